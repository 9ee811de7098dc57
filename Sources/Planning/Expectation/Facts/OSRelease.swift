import Image
import Source

/// What an image says of its distribution (os-release(5)).
struct OSRelease: Sendable {
  private static let limit = 1 << 16

  private var values: [String: String] = [:]

  /// Lines of `NAME=value`, of which a shell would drop the quotes.
  init(_ bytes: [UInt8]) {
    for line in bytes.split(separator: 0x0A) {
      guard let equals = line.firstIndex(of: UInt8(ascii: "=")), line.first != UInt8(ascii: "#") else {
        continue
      }
      let name = String(decoding: line[..<equals], as: UTF8.self)
      values[name] = Self.unquoted(line[line.index(after: equals)...])
    }
  }

  /// The first of the two places that there is.
  static func read(from image: any ImageView) throws(ImageError) -> Known<OSRelease> {
    for path in ["/etc/os-release", "/usr/lib/os-release"] {
      switch try image.read(path, limit: limit) {
      case .value(let bytes): return .value(OSRelease(bytes))
      case .absent: continue
      case .unknown(let reason): return .unknown(reason)
      }
    }
    return .absent
  }

  var id: String? { values["ID"] }
  var version: String? { values["VERSION_ID"] }
  var codename: String? { values["VERSION_CODENAME"] }

  /// Its own id, and those of the distributions that it is like.
  var family: [String] {
    [id].compactMap { $0 } + (values["ID_LIKE"] ?? "").split(separator: " ").map(String.init)
  }

  private static func unquoted(_ text: ArraySlice<UInt8>) -> String {
    var rest = text
    while let last = rest.last, last == 0x20 || last == 0x0D || last == 0x09 { rest = rest.dropLast() }
    guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"), rest.count > 1,
      rest.last == quote
    else { return String(decoding: rest, as: UTF8.self) }
    let inside = rest.dropFirst().dropLast()
    guard quote == UInt8(ascii: "\"") else { return String(decoding: inside, as: UTF8.self) }
    var bytes: [UInt8] = []
    var isEscaped = false
    for byte in inside {
      if byte == UInt8(ascii: "\\"), !isEscaped {
        isEscaped = true
      } else {
        bytes.append(byte)
        isEscaped = false
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
