/// Paths as `File` takes them apart; nothing of it looks at a file.
enum PathText {
  private static let slash = UInt8(ascii: "/")

  static func basename(_ path: [UInt8], suffix: [UInt8]) -> [UInt8] {
    guard !path.isEmpty else { return [] }
    let trimmed = trimmingSlashes(path)
    guard !trimmed.isEmpty else { return [slash] }
    var name = Array(trimmed[(trimmed.lastIndex(of: slash).map { $0 + 1 } ?? 0)...])
    if suffix == Array(".*".utf8) {
      name.removeLast(extensionLength(name))
    } else if name.count > suffix.count, name.suffix(suffix.count).elementsEqual(suffix) {
      name.removeLast(suffix.count)
    }
    return name
  }

  static func dirname(_ path: [UInt8]) -> [UInt8] {
    let trimmed = trimmingSlashes(path)
    guard let last = trimmed.lastIndex(of: slash) else {
      return path.first == slash ? [slash] : [UInt8(ascii: ".")]
    }
    let folder = trimmingSlashes(Array(trimmed[..<last]))
    return folder.isEmpty ? [slash] : folder
  }

  static func fileExtension(_ path: [UInt8]) -> [UInt8] {
    let name = basename(path, suffix: [])
    return Array(name.suffix(extensionLength(name)))
  }

  /// How many bytes the ending of a name has, its point included.
  private static func extensionLength(_ name: [UInt8]) -> Int {
    guard let start = name.firstIndex(where: { $0 != UInt8(ascii: ".") }),
      let point = name.lastIndex(of: UInt8(ascii: ".")), point > start
    else { return 0 }
    return name.count - point
  }

  static func joined(_ parts: [[UInt8]]) -> [UInt8] {
    var result: [UInt8] = []
    for (index, part) in parts.enumerated() {
      guard index > 0 else {
        result = part
        continue
      }
      // One slash between two parts; those of the later part stay.
      if part.first == slash {
        while result.last == slash { result.removeLast() }
        result += part
      } else {
        result += result.last == slash ? part : [slash] + part
      }
    }
    return result
  }

  /// An absolute path without `.`, `..` and double slashes.
  static func cleaned(_ path: [UInt8]) -> [UInt8] {
    var parts: [ArraySlice<UInt8>] = []
    for part in path.split(separator: slash) where !part.elementsEqual(".".utf8) {
      if part.elementsEqual("..".utf8) { _ = parts.popLast() } else { parts.append(part) }
    }
    return [slash] + Array(parts.joined(separator: [slash]))
  }

  /// A path without `.` and `..` where they can go without looking; relative ones stay relative.
  static func cleanedRelative(_ path: [UInt8]) -> [UInt8] {
    if path.first == slash { return cleaned(path) }
    var parts: [ArraySlice<UInt8>] = []
    for part in path.split(separator: slash) where !part.elementsEqual(".".utf8) {
      if part.elementsEqual("..".utf8), let last = parts.last, !last.elementsEqual("..".utf8) {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return parts.isEmpty ? [UInt8(ascii: ".")] : Array(parts.joined(separator: [slash]))
  }

  private static func trimmingSlashes(_ path: [UInt8]) -> [UInt8] {
    var end = path.count
    while end > 0, path[end - 1] == slash { end -= 1 }
    return Array(path[..<end])
  }
}
