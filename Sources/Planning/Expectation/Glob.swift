/// A pattern of absolute paths: `*`, `?` and `[…]` inside a folder's name, `**` for any number of folders.
///
/// Names that begin with a dot are names like others: what a spec forbids must not hide behind one.
package struct Glob: Sendable, Hashable {
  package let pattern: String
  private let parts: [Part]
  /// What does not fit although the pattern does.
  private var exceptions: [Glob] = []

  private enum Part: Hashable {
    case folders
    case name(NamePattern)
  }

  package init(_ pattern: String) {
    let words = pattern.utf8.split(separator: UInt8(ascii: "/")).map { Array($0) }
    var parts: [Part] = []
    for word in words {
      if word == Array("**".utf8) {
        if parts.last != .folders { parts.append(.folders) }
      } else {
        parts.append(.name(NamePattern(word)))
      }
    }
    self.pattern = pattern
    self.parts = parts
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
      case UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "["), UInt8(ascii: "\\"): return false
      case UInt8(ascii: "/") where last == byte: return false
      default: last = byte
      }
    }
    return last != UInt8(ascii: "/")
  }

  /// The one path that fits, where the pattern has no marks; a `\` before a mark is taken off.
  package var literal: String? {
    var path = ""
    for part in parts {
      guard case .name(let name) = part, let literal = name.literal else { return nil }
      path += "/" + String(decoding: literal, as: UTF8.self)
    }
    return path.isEmpty ? "/" : path
  }

  /// The deepest folder that everything which fits lies under.
  package var base: String {
    var base = ""
    for part in parts.dropLast() {
      guard case .name(let name) = part, let literal = name.literal else { break }
      base += "/" + String(decoding: literal, as: UTF8.self)
    }
    return base.isEmpty ? "/" : base
  }

  /// Whether an absolute path fits.
  package func matches(_ path: String) -> Bool {
    let names = path.utf8.split(separator: UInt8(ascii: "/")).map { Array($0) }
    // Which parts can be the next one after the names so far; `**` keeps its own place open.
    var open = [Bool](repeating: false, count: parts.count + 1)
    open[0] = true
    close(&open)
    for name in names {
      var next = [Bool](repeating: false, count: parts.count + 1)
      for place in parts.indices where open[place] {
        switch parts[place] {
        case .folders: next[place] = true
        case .name(let pattern): if pattern.matches(name) { next[place + 1] = true }
        }
      }
      close(&next)
      open = next
    }
    return open[parts.count] && !exceptions.contains { $0.matches(path) }
  }

  /// `**` may stand for no folder at all.
  private func close(_ open: inout [Bool]) {
    for place in parts.indices where open[place] && parts[place] == .folders { open[place + 1] = true }
  }
}
