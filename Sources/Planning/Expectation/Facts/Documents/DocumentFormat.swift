import DataSyntax
import Diagnostics
import Matching
import Source

/// The formats of files whose values a spec can speak of.
enum DocumentFormat: String, Sendable, CaseIterable {
  case json, yaml, toml, ini, xml

  /// The format's name.
  var name: String { rawValue.uppercased() }

  /// Values beyond this many are not taken in: an alias in an alias makes endlessly many of a short text.
  private static let mostValues = 1_000_000

  /// Bytes that are read as a document: a hostile one takes many times its size.
  private static let limit = 16 << 20

  /// What a plain value of a spec means: where all values are texts, `true` is one, too.
  var plain: PlainReading {
    switch self {
    case .json, .yaml, .toml: PlainValue.typed
    case .ini, .xml: PlainValue.written
    }
  }

  /// Paths as they look in it, for the editor of a spec.
  var examplesOfPaths: String {
    self == .xml ? "`server.port`, `server.user[0].@name`" : "`server.port`, `users[0].name`"
  }

  /// What a text holds, or why it holds nothing; one clause that follows the name of the file.
  func document(_ bytes: [UInt8]) -> DocumentReading {
    guard bytes.count <= Self.limit else {
      return .broken("is larger than \(Self.limit >> 20) MiB, more than is read as a document")
    }
    return switch self {
    case .json: parsed(bytes, as: .json)
    case .yaml: parsed(bytes, as: .yaml)
    case .ini: ini(bytes)
    case .toml: toml(bytes)
    case .xml: xml(bytes)
    }
  }

  private func ini(_ bytes: [UInt8]) -> DocumentReading {
    do throws(INIReader.Fault) {
      guard let value = try INIReader.value(of: bytes, most: Self.mostValues) else { return Self.tooMany }
      return .document(.plain(Subject(value)))
    } catch {
      return broken(SourceFile(FileID(""), bytes: bytes), at: error.offset, error.message)
    }
  }

  private func toml(_ bytes: [UInt8]) -> DocumentReading {
    do throws(TOMLReader.Fault) {
      return .document(.plain(Subject(try TOMLReader.value(of: bytes))))
    } catch {
      return broken(SourceFile(FileID(""), bytes: bytes), at: error.offset, error.message)
    }
  }

  private func xml(_ bytes: [UInt8]) -> DocumentReading {
    do throws(XMLReader.Fault) {
      return .document(.xml(try XMLReader.root(of: bytes)))
    } catch {
      let file = SourceFile(FileID(""), bytes: bytes)
      return broken(
        file, at: error.offset, error.message,
        verdict: error.kind == .refused ? "is not read as \(name)" : "is no \(name)")
    }
  }

  private func parsed(_ bytes: [UInt8], as syntax: DataSyntaxKind) -> DocumentReading {
    let file = SourceFile(FileID(""), bytes: bytes)
    let (tree, faults) = DataParser.parse(DerivedText(file), as: syntax, laterDocuments: .ignored)
    if let fault = faults.first(where: { $0.severity == .error }) {
      return broken(file, at: fault.primary.range.start, fault.message)
    }
    // The parser mends them, as many readers do; others refuse the file.
    if syntax == .json, let offset = DataParser.firstInvalidByte(of: bytes) {
      return broken(file, at: offset, "these bytes are not UTF-8")
    }
    guard tree.root.kind != .missing else { return .broken("is empty") }
    var count = 0
    var waiting = [tree.root]
    while let node = waiting.popLast() {
      count += 1
      guard count <= Self.mostValues else { return Self.tooMany }
      waiting += node.items + node.entries.map(\.value)
    }
    return .document(.plain(Subject(tree.root)))
  }

  private static let tooMany = DocumentReading.broken("holds more than \(mostValues) values")

  private func broken(
    _ file: SourceFile, at offset: Int, _ message: String, verdict: String? = nil
  ) -> DocumentReading {
    let place = file.position(at: offset)
    let verdict = verdict ?? "is no \(name)"
    return .broken("\(verdict): on line \(place.line), column \(place.column), \(message)")
  }
}

/// What a file of a format holds.
enum DocumentReading: Sendable {
  case document(Document)
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
