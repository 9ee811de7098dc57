import DataSyntax
import Diagnostics
import Matching
import Source

/// The formats of files whose values a spec can speak of.
enum DocumentFormat: String, Sendable, CaseIterable {
  case json, yaml, toml, ini

  /// The format's name.
  var name: String { rawValue.uppercased() }

  /// Values beyond this many are not taken in: an alias in an alias makes endlessly many of a short text.
  private static let mostValues = 1_000_000

  /// Bytes that are read as a document: a hostile one takes many times its size.
  private static let limit = 16 << 20

  /// What a text holds, or why it holds nothing; one clause that follows the name of the file.
  func document(_ bytes: [UInt8]) -> DocumentReading {
    guard bytes.count <= Self.limit else {
      return .broken("is larger than \(Self.limit >> 20) MiB, more than is read as a document")
    }
    return switch self {
    case .json: Self.parsed(bytes, as: .json, "JSON")
    case .yaml: Self.parsed(bytes, as: .yaml, "YAML")
    case .ini: .value(Subject(INIReader.value(of: bytes)))
    case .toml: Self.toml(bytes)
    }
  }

  private static func toml(_ bytes: [UInt8]) -> DocumentReading {
    do throws(TOMLReader.Fault) {
      return .value(Subject(try TOMLReader.value(of: bytes)))
    } catch {
      let line = 1 + bytes.prefix(error.offset).count { $0 == 0x0A }
      return .broken("is no TOML: on line \(line) \(error.message)")
    }
  }

  private static func parsed(_ bytes: [UInt8], as syntax: DataSyntaxKind, _ name: String) -> DocumentReading {
    let file = SourceFile(FileID(""), bytes: bytes)
    let (tree, faults) = DataParser.parse(DerivedText(file), as: syntax, laterDocuments: .ignored)
    if let fault = faults.first(where: { $0.severity == .error }) {
      let line = file.position(at: fault.primary.range.start).line
      return .broken("is no \(name): on line \(line) \(fault.message)")
    }
    guard tree.root.kind != .missing else { return .broken("is empty") }
    var count = 0
    var waiting = [tree.root]
    while let node = waiting.popLast() {
      count += 1
      guard count <= mostValues else { return .broken("holds more than \(mostValues) values") }
      waiting += node.items + node.entries.map(\.value)
    }
    return .value(Subject(tree.root))
  }
}

/// What a file of a format holds.
enum DocumentReading: Sendable {
  case value(Subject)
  case broken(String)
}

extension Subject {
  /// The value that a JSON text would write.
  init(_ value: JSONText) {
    switch value {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .integer(let number): self = .number(.integer(number))
    case .number(let text): self = Number(text: text).map { .number($0) } ?? .text(text)
    case .string(let text): self = .text(text)
    case .array(let items): self = .list(items.map { Subject($0) })
    case .object(let members): self = .map(members.map { Entry($0.key, Subject($0.value)) })
    }
  }
}
