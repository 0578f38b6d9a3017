// swift-tools-version: 6.2
// The benchmarks: a package of its own that knows the program only as a user does, by its command line.
import PackageDescription

let package = Package(
  name: "benchmarks",
  targets: [
    .executableTarget(
      name: "Bench", swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)])
  ]
)
