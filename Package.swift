// swift-tools-version: 6.2
// Declares every module of Assay and, by its dependencies, exactly who may import whom.
import PackageDescription

let strict: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]

/// A module of ours under `Sources/`.
func module(
  _ name: String, imports dependencies: [Target.Dependency] = [], resources: [Resource]? = nil
) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

/// The tests of one module, under `Tests/NAMETests`.
func tests(_ name: String, imports dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies + ["TestSupport"], swiftSettings: strict)
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")

/// Data compiled into the recognizers: a new language is one file here and one line below.
let lexicons: [Resource] = [
  "currencies.tsv", "ambiguous-words.tsv", "countries.tsv", "institutions.tsv", "leaders.tsv", "tables.tsv",
  "units.tsv", "en.lexicon", "en-context.lexicon", "en-nouns.lexicon", "ru.lexicon", "zh.lexicon",
]
.map { .embedInCode("Lexicons/\($0)") }

let package = Package(
  name: "assay",
  products: [.executable(name: "assay", targets: ["assay"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // C: system libraries and the byte scanner.
    .systemLibrary(name: "CLibXML2System", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "CLibXML2", dependencies: ["CLibXML2System"]),
    .systemLibrary(name: "CCSV", providers: [.apt(["libcsv-dev"])]),
    .systemLibrary(name: "CGlibc"),
    .target(name: "CScan"),

    // The vocabulary, and bytes <-> plain values. They do not meet.
    module("Model"),
    module(
      "Formats", imports: ["CLibXML2", "CCSV"], resources: [.embedInCode("Encodings/letters.tsv")]),

    // The six stages. None imports another.
    module("Readers", imports: ["Model", "Formats"]),
    module("Normalizers", imports: ["Model", "CScan"]),
    module("Recognizers", imports: ["Model", "CScan"], resources: lexicons),
    module("Reconcilers", imports: ["Model"]),
    module("Validators", imports: ["Model"]),
    module("Writers", imports: ["Model", "Formats"]),

    // The whole: configuration, plan, run, store, publishing; and the command line.
    module(
      "Pipeline",
      imports: [
        "Model", "Formats", "Readers", "Normalizers", "Recognizers", "Reconcilers", "Validators", "Writers", "CGlibc",
        crypto, grdb, logging, system,
      ]),
    .executableTarget(
      name: "assay", dependencies: ["Model", "Pipeline", argumentParser, logging], swiftSettings: strict),

    // What the tests of several modules draw from; imports nothing of ours.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    tests("ModelTests", imports: ["Model"]),
    tests("FormatsTests", imports: ["Formats"]),
    tests("ReadersTests", imports: ["Readers", "Model", "Formats"]),
    tests("NormalizersTests", imports: ["Normalizers", "Model"]),
    tests("RecognizersTests", imports: ["Recognizers", "Model"]),
    tests("ReconcilersTests", imports: ["Reconcilers", "Model"]),
    tests("ValidatorsTests", imports: ["Validators", "Model"]),
    tests("WritersTests", imports: ["Writers", "Model", "Formats"]),
    tests(
      "PipelineTests",
      imports: [
        "Pipeline", "Model", "Formats", "Recognizers", "Normalizers", "Validators", "Reconcilers", "Writers", "Readers",
      ]),
  ]
)
