import Source

/// A file of variables in the `dotenv` form, as `godotenv` 1.5.1 reads it: `NAME=value`, `export NAME="value"`, `NAME: value`.
///
/// It is one text: what stands in quotes may go over lines, and after it another variable may begin at once.
struct VariablesFile {
  struct Fault: Error, Sendable, Hashable {
    let line: Int
    let reason: String
  }

  private let text: [Unicode.Scalar]
  private var index = 0
  private var variables: [String: String] = [:]

  private init(_ bytes: [UInt8]) {
    text = Array(String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n").unicodeScalars)
  }

  /// The variables of a file; a reference in a value is to one above it. Empty names and values are left out, as in the original,
  /// which takes nothing from a file with a fault.
  static func variables(_ bytes: [UInt8]) throws(Fault) -> [String: String] {
    var file = VariablesFile(bytes)
    while file.findName() {
      let name = try file.name()
      file.variables[name] = try file.value()
    }
    return file.variables.filter { !$0.key.isEmpty && !$0.value.isEmpty }
  }

  /// Goes to what is neither white space nor a comment; false at the end.
  private mutating func findName() -> Bool {
    while index < text.count {
      if text[index] == "#" {
        index = end { $0 == "\n" }
      } else if text[index].properties.isWhitespace {
        index += 1
      } else {
        return true
      }
    }
    return false
  }

  private mutating func name() throws(Fault) -> String {
    let word = Array("export".unicodeScalars)
    let next = index + word.count
    if text[index...].starts(with: word), next < text.count, Self.isBlank(text[next]) {
      index = next
      skipBlanks()
    }
    guard index < text.count else { throw fault(at: index, "it ends behind `export`") }
    let start = index
    for place in start..<text.count where !Self.isBlank(text[place]) {
      if text[place] == "=" || text[place] == ":" {
        index = place + 1
        skipBlanks()
        return Self.string(text[start..<place].reversed().drop(while: \.properties.isWhitespace).reversed())
      }
      guard Self.isNamePart(text[place]) else {
        throw fault(at: place, "`\(Self.shown(text[place]))` cannot be in the name of a variable")
      }
    }
    // The rest is the value of a variable without a name.
    return ""
  }

  private mutating func value() throws(Fault) -> String {
    guard index < text.count, text[index] == "\"" || text[index] == "'" else { return bareValue() }
    let quote = text[index]
    let start = index
    for place in (start + 1)..<max(text.count, start + 1)
    where text[place] == quote && text[place - 1] != "\\" {
      index = place + 1
      // Of several quotes at either end none is left.
      let inner = text[start..<place].drop { $0 == quote }.reversed().drop { $0 == quote }.reversed()
      return quote == "'" ? Self.string(inner) : expanded(Self.unescaped(Array(inner)))
    }
    throw fault(at: start, "its quote is not closed")
  }

  /// The rest of the line, without the last comment that a blank stands before.
  private mutating func bareValue() -> String {
    let end = self.end { $0 == "\n" || $0 == "\r" }
    var value = text[index..<end]
    index = end
    if let comment = value.indices.dropFirst().last(where: {
      value[$0] == "#" && Self.isBlank(value[$0 - 1])
    }) {
      value = value[..<comment]
    }
    return expanded(Array(value.reversed().drop(while: Self.isBlank).reversed()))
  }

  private static func unescaped(_ value: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var index = 0
    while index < value.count {
      guard value[index] == "\\", index + 1 < value.count, value[index + 1] != "$" else {
        result.append(value[index])
        index += 1
        continue
      }
      switch value[index + 1] {
      case "n": result.append("\n")
      case "r": result.append("\r")
      default: result.append(value[index + 1])
      }
      index += 2
    }
    return result
  }

  /// `$NAME` and `${NAME}`, of capital letters alone, are replaced; `\$` is a dollar.
  private func expanded(_ value: [Unicode.Scalar]) -> String {
    var result: [Unicode.Scalar] = []
    var index = 0
    while index < value.count {
      let isEscaped = value[index] == "\\" && index + 1 < value.count && value[index + 1] == "$"
      let dollar = isEscaped ? index + 1 : index
      guard value[dollar] == "$" else {
        result.append(value[index])
        index += 1
        continue
      }
      var place = dollar + 1
      for mark in ["(", "{"] as [Unicode.Scalar] where place < value.count && value[place] == mark {
        place += 1
      }
      let name = value[place...].prefix(while: Self.isReferencePart)
      place += name.count
      if place < value.count, value[place] == "}" { place += 1 }
      if isEscaped || name.isEmpty {
        result += value[dollar..<place]
      } else {
        result += (variables[Self.string(name)] ?? "").unicodeScalars
      }
      index = place
    }
    return Self.string(result)
  }

  private func end(where isEnd: (Unicode.Scalar) -> Bool) -> Int {
    text[index...].firstIndex(where: isEnd) ?? text.count
  }

  private mutating func skipBlanks() { index = end { !Self.isBlank($0) } }

  private func fault(at place: Int, _ reason: String) -> Fault {
    Fault(line: text[..<place].count { $0 == "\n" } + 1, reason: reason)
  }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  private static func shown(_ scalar: Unicode.Scalar) -> String { scalar.escaped(asASCII: false) }

  /// White space within a line.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace && scalar != "\n" && scalar.value <= 0xA0
  }

  /// Each byte of a name is looked at for itself, as the letter of Latin-1 that has its number.
  private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    UTF8.encode(scalar)?.allSatisfy { byte in
      let letter = Unicode.Scalar(byte)
      switch letter.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .otherLetter, .decimalNumber, .otherNumber: return true
      default: return letter == "_" || letter == "." || isBlank(letter)
      }
    } ?? false
  }

  private static func isReferencePart(_ scalar: Unicode.Scalar) -> Bool {
    ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "_"
  }
}
