// Normalized texts of single files, and the names they are written under.
import Formats
import Glibc
import Model

/// How `assay clean` writes documents.
package enum CleanFormat: String, Sendable, CaseIterable {
  case text, json

  /// The ending of a file's name.
  var nameEnding: String { self == .text ? ".txt" : ".json" }
}

package struct Clean: Sendable {
  /// A file and where its normalized text goes.
  package struct Target: Sendable, Hashable {
    package let file: String
    /// Relative to the output folder; nil without one.
    package let path: String
  }

  package let format: CleanFormat
  /// Whether texts end in a line end where the files do not.
  private let endsLines: Bool

  package init(format: CleanFormat, endsLines: Bool = true) {
    self.format = format
    self.endsLines = endsLines
  }

  /// Every file that the arguments name, folders searched through, with its output's name: NAME.* becomes NAME.txt.
  /// Throws where two files that are to be written would share one, and for a folder that holds none or cannot be
  /// listed.
  package func targets(_ arguments: [String], areWritten: Bool) throws -> [Target] {
    var targets: [Target] = []
    var owners: [String: String] = [:]
    for argument in arguments {
      for (file, path) in try Self.files(argument) {
        let target = Target(file: file, path: Self.stem(path) + format.nameEnding)
        if let owner = owners.updateValue(file, forKey: target.path), areWritten {
          throw ConfigurationError(
            "colliding names", file: "", place: "--out", found: "\(owner) and \(file) both for \(target.path)",
            expected: "one file for each name", advice: "nothing was written; clean them into folders of their own")
        }
        targets.append(target)
      }
    }
    return targets
  }

  /// Throws where a file to be written is one of those to be read.
  package static func refuseOverwriting(_ targets: [Target], under folder: String) throws(ConfigurationError) {
    let inputs = targets.compactMap { FileSystem.status(of: $0.file) }
    for target in targets {
      guard let status = FileSystem.status(of: "\(folder)/\(target.path)") else { continue }
      if inputs.contains(where: { $0.inode == status.inode && $0.device == status.device }) {
        throw ConfigurationError(
          "overwritten input", file: "", place: "--out \(folder)", found: "\(target.path) is itself to be read",
          expected: "another folder", advice: "nothing was written")
      }
    }
  }

  /// Writes a file, making its folders.
  package static func write(_ bytes: [UInt8], to path: String) throws(InputOutputError) {
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      try FileSystem.makeFolder(String(path[..<slash]))
    }
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw InputOutputError("write", path) }
    defer { close(file) }
    do throws(StreamFailure) { try StreamFailure.write(bytes, to: file) } catch {
      throw InputOutputError("write", path)
    }
  }

  /// The document as it is written.
  package func bytes(of document: Document) -> [UInt8] {
    switch format {
    case .text:
      document.text.bytes.last == 0x0A || !endsLines ? document.text.bytes : document.text.bytes + [0x0A]
    case .json: JSON.write(json(document)) + [0x0A]
    }
  }

  private func json(_ document: Document) -> JSONValue {
    let regions = document.regions.map { region -> JSONValue in
      [
        "role": .string(region.role.rawValue), "start": .integer(region.span.lowerBound),
        "end": .integer(region.span.upperBound),
      ]
    }
    func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
    return [
      "path": .string(document.origin.path), "media_type": .string(document.mediaType.rawValue),
      "encoding": .string(document.encoding), "language": text(document.language), "title": text(document.title),
      "authors": .strings(document.authors), "publication": text(document.publication),
      "volume": text(document.volume), "issue": text(document.issue),
      "published_date": text(document.publishedDate?.description), "date_basis": text(document.dateBasis?.rawValue),
      "url": text(document.url), "regions": .array(regions),
      "text": .string(String(decoding: document.text.bytes, as: UTF8.self)),
    ]
  }

  /// A file as it is; a folder's files, hidden ones left out, with their paths in it.
  private static func files(_ argument: String) throws -> [(file: String, path: String)] {
    guard FileSystem.status(of: argument)?.kind == .folder else {
      return [(argument, PathText.lastPart(argument))]
    }
    let names = try names(in: argument)
    guard !names.isEmpty else {
      throw ConfigurationError(
        "nothing to read", file: "", place: argument, found: "a folder without files", expected: "files to clean")
    }
    return names.map { (argument + "/" + $0, $0) }
  }

  private static func names(in folder: String) throws(InputOutputError) -> [String] {
    guard let names = FileSystem.names(in: folder) else { throw InputOutputError("list", folder) }
    var found: [String] = []
    for name in names where name.first != UInt8(ascii: ".") {
      let name = String(decoding: name, as: UTF8.self)
      // Links to folders are not followed: they may lead back.
      if FileSystem.linkStatus(of: folder + "/" + name)?.kind == .folder {
        found += try self.names(in: folder + "/" + name).map { name + "/" + $0 }
      } else {
        found.append(name)
      }
    }
    return found
  }

  /// A path without the ending of its last part.
  private static func stem(_ path: String) -> String {
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return path }
    let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) } ?? path.startIndex
    return dot > name ? String(path[..<dot]) : path
  }
}
