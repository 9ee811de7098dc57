import Source

/// A pattern of absolute paths: `*`, `?` and `[…]` inside a folder's name, `**` for any number of folders, `{a,b}` for either.
///
/// Names that begin with a dot are names like others: what a spec forbids must not hide behind one.
package struct Glob: Sendable, Hashable {
  package let pattern: String
  /// One of them fits: there are several where the pattern has braces.
  let alternatives: [[Part]]
  /// What does not fit although the pattern does.
  private(set) var exceptions: [Glob] = []

  enum Part: Hashable, Sendable {
    case folders
    case name(NamePattern)
  }

  package init(_ pattern: String) {
    self.pattern = pattern
    let words = Array(pattern.utf8)
    alternatives = (Self.alternatives(of: words) ?? [words]).map(Self.parts)
  }

  private static func parts(of pattern: [UInt8]) -> [Part] {
    var parts: [Part] = []
    for word in pattern.split(separator: UInt8(ascii: "/")) {
      if word.elementsEqual(folders) {
        if parts.last != .folders { parts.append(.folders) }
      } else {
        parts.append(.name(NamePattern(Array(word))))
      }
    }
    return parts
  }

  private static let folders = Array("**".utf8)

  /// The same pattern with `**` as parts of their own, where it has them within a name: there they are but a `*`, which few expect.
  static func spreadFolders(in pattern: String) -> String? {
    guard pattern.mentions("**") else { return nil }
    let words = pattern.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let spread = words.map { word in
      word != "**" && !word.mentions("\\") && !word.mentions("{") && word.mentions("**")
        ? word.hasSuffix("**") && !word.dropLast(2).contains("*")
          ? "\(word.dropLast(2))*/**"
          : "**/" + word.replacing("**", with: "*")
        : word
    }
    return spread == words ? nil : spread.joined(separator: "/")
  }

  /// The same pattern without what fits others.
  package func excluding(_ exceptions: [Glob]) -> Glob {
    var glob = self
    glob.exceptions += exceptions
    return glob
  }

  /// Whether an absolute path has no marks and no needless slashes: it is the one path that fits.
  static func isPlain(_ path: String) -> Bool {
    var last: UInt8?
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "["), UInt8(ascii: "\\"), UInt8(ascii: "{"):
        return false
      case UInt8(ascii: "/") where last == byte: return false
      default: last = byte
      }
    }
    return last != UInt8(ascii: "/")
  }

  /// The one path that fits, where the pattern has no marks; a `\` before a mark is taken off.
  package var literal: String? {
    guard alternatives.count == 1, let parts = alternatives.first else { return nil }
    let names = Self.literalNames(of: parts)
    guard names.count == parts.count else { return nil }
    return Self.path(names)
  }

  /// The deepest folder that everything which fits lies under.
  package var base: String {
    var common: [[UInt8]]?
    for parts in alternatives {
      let names = Self.literalNames(of: parts.dropLast())
      common = common.map { zip($0, names).prefix { $0 == $1 }.map { $0.0 } } ?? names
    }
    return Self.path(common ?? [])
  }

  /// The names up to the first part with marks.
  private static func literalNames(of parts: some Sequence<Part>) -> [[UInt8]] {
    var names: [[UInt8]] = []
    for case .name(let name) in parts.prefix(while: { $0 != .folders }) {
      guard let literal = name.literal else { break }
      names.append(literal)
    }
    return names
  }

  private static func path(_ names: [[UInt8]]) -> String {
    names.isEmpty ? "/" : names.map { "/" + String(decoding: $0, as: UTF8.self) }.joined()
  }

  /// Whether an absolute path fits.
  package func matches(_ path: String) -> Bool {
    let names = path.utf8.split(separator: UInt8(ascii: "/")).map { Array($0) }
    return alternatives.contains { Self.fits(names, $0) { $0.matches($1) } }
      && !exceptions.contains { $0.matches(path) }
  }

  /// Whether parts fit a path of elements: names, or the parts of another pattern.
  static func fits<Element>(
    _ path: [Element], _ parts: [Part], _ takes: (NamePattern, Element) -> Bool
  ) -> Bool {
    // Which parts can be the next one after the names so far; `**` keeps its own place open.
    var open = [Bool](repeating: false, count: parts.count + 1)
    open[0] = true
    close(&open, parts)
    for element in path {
      var next = [Bool](repeating: false, count: parts.count + 1)
      for place in parts.indices where open[place] {
        switch parts[place] {
        case .folders: next[place] = true
        case .name(let pattern): if takes(pattern, element) { next[place + 1] = true }
        }
      }
      close(&next, parts)
      open = next
    }
    return open[parts.count]
  }

  /// `**` may stand for no folder at all.
  private static func close(_ open: inout [Bool], _ parts: [Part]) {
    for place in parts.indices where open[place] && parts[place] == .folders { open[place + 1] = true }
  }
}
