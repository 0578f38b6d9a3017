import Testing

@testable import Writers
