import DataSyntax
import Diagnostics
import Source

/// Puts the values of inputs in the place of `${{ inputs.NAME }}` in the texts of a spec.
struct InputReference {
  private static let sign = "${{"
  private static let opening = Array(sign.utf8)
  private static let escaped = Array("$${{".utf8)
  private static let closing = Array("}}".utf8)
  private static let prefix = "inputs."

  private let table: InputTable
  private(set) var diagnostics: [Diagnostic] = []
  /// The texts with an input that has no value.
  private(set) var open: Set<ByteRange> = []

  init(_ table: InputTable) { self.table = table }

  static func isName(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_")
          || byte == UInt8(ascii: "-")
      }
  }

  /// Whether the text of a node has a reference in it.
  static func isIn(_ node: DataNode) -> Bool { node.mentions(sign) }

  /// A part of a text between two references.
  private enum Piece {
    case bytes(ArraySlice<UInt8>)
    case name(String)
  }

  /// The document with values for references; what could not be replaced stays as it is.
  mutating func resolved(_ tree: DataTree) -> DataTree {
    var found = self
    let resolved = tree.replacing { found.replacement(for: $0) }
    self = found
    return resolved
  }

  private mutating func replacement(for node: DataNode) -> DataTree.Replacement? {
    guard Self.isIn(node), let text = node.string else { return nil }
    let faults = diagnostics.count
    let pieces = pieces(of: Array(text.utf8), node)
    // What a text with a fault stands for is not known: nothing more is to be said of it.
    guard diagnostics.count == faults else {
      open.insert(node.range)
      return nil
    }
    var bytes: [UInt8] = []
    for piece in pieces {
      switch piece {
      case .bytes(let part): bytes += part
      case .name(let name):
        guard let entry = table.entries[name] else {
          unknown(name, node)
          open.insert(node.range)
          return nil
        }
        guard case .value(let value) = entry else {
          open.insert(node.range)
          return nil
        }
        if pieces.count == 1 { return value.replacement(at: node.contentLocation) }
        guard let part = value.text else {
          report(
            node, "the input `\(name)` is a list, which cannot stand within a text", "let it stand alone")
          open.insert(node.range)
          return nil
        }
        bytes += part.utf8
      }
    }
    return .scalar(.string, .generated(String(decoding: bytes, as: UTF8.self), at: node.contentLocation))
  }

  private mutating func pieces(of text: [UInt8], _ node: DataNode) -> [Piece] {
    var pieces: [Piece] = []
    var start = 0
    var index = 0
    func keep(_ end: Int) { if end > start { pieces.append(.bytes(text[start..<end])) } }
    while index < text.count {
      if text[index...].starts(with: Self.escaped) {
        keep(index)
        start = index + 1
        index += Self.escaped.count
      } else if text[index...].starts(with: Self.opening) {
        let inside = index + Self.opening.count
        guard let close = text[inside...].firstRange(of: Self.closing)?.lowerBound else {
          report(
            node, "`${{` is not closed", "write `${{ inputs.NAME }}`, or `$${{` for the signs themselves")
          break
        }
        keep(index)
        let words = String(decoding: text[inside..<close], as: UTF8.self).split(separator: " ")
        if let word = words.first, words.count == 1, word.hasPrefix(Self.prefix) {
          pieces.append(.name(String(word.dropFirst(Self.prefix.count))))
        } else {
          report(node, "only an input can stand in `${{ }}`", "write `${{ inputs.NAME }}`")
        }
        index = close + Self.closing.count
        start = index
      } else {
        index += 1
      }
    }
    keep(text.count)
    return pieces
  }

  private mutating func unknown(_ name: String, _ node: DataNode) {
    let nearest = Suggestion.nearest(to: name, among: table.entries.keys)
    report(
      node, "there is no input `\(name)`",
      nearest.map { "did you mean `\($0)`?" } ?? "say what it is: `inputs: {\(name): {}}`")
  }

  private mutating func report(_ node: DataNode, _ message: String, _ help: String) {
    diagnostics.append(
      Diagnostic("spec/unknown-input", .error, message, at: node.contentLocation, help: help))
  }
}
