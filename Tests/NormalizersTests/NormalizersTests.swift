import Testing

@testable import Normalizers
