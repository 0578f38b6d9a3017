import Testing

@testable import Reconcilers
