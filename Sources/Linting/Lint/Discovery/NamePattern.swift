/// The pattern of one name in a path: literal bytes, `?`, `*`, sets in brackets.
struct NamePattern: Sendable, Hashable {
  private enum Token: Sendable, Hashable {
    case byte(UInt8)
    case anyByte
    case anyRun
    case set(ByteSet)
    /// A bracket that is not closed matches nothing.
    case nothing
  }

  private let tokens: [Token]

  init(_ pattern: [UInt8]) {
    var tokens: [Token] = []
    var index = 0
    while index < pattern.count {
      let byte = pattern[index]
      index += 1
      switch byte {
      case UInt8(ascii: "*"): if tokens.last != .anyRun { tokens.append(.anyRun) }
      case UInt8(ascii: "?"): tokens.append(.anyByte)
      case UInt8(ascii: "["):
        tokens.append(ByteSet(pattern, after: &index).map { .set($0) } ?? .nothing)
      case UInt8(ascii: "\\") where index < pattern.count:
        tokens.append(.byte(pattern[index]))
        index += 1
      default: tokens.append(.byte(byte))
      }
    }
    self.tokens = tokens
  }

  /// Whether a bracket in it is not closed.
  var isBroken: Bool { tokens.contains(.nothing) }

  /// Whether the whole name fits; on a mismatch only the last `*` is stretched, which suffices.
  func matches(_ name: [UInt8]) -> Bool {
    var token = 0
    var position = 0
    var star: (token: Int, position: Int)?
    while position < name.count {
      if token < tokens.count, tokens[token] == .anyRun {
        star = (token, position)
        token += 1
      } else if token < tokens.count, Self.fits(tokens[token], name[position]) {
        token += 1
        position += 1
      } else if let last = star {
        star = (last.token, last.position + 1)
        token = last.token + 1
        position = last.position + 1
      } else {
        return false
      }
    }
    return tokens[token...].allSatisfy { $0 == .anyRun }
  }

  private static func fits(_ token: Token, _ byte: UInt8) -> Bool {
    switch token {
    case .byte(let wanted): wanted == byte
    case .anyByte: true
    case .set(let set): set.contains(byte)
    case .anyRun, .nothing: false
    }
  }
}
