import Source

extension RubyParser {
  mutating func regularExpression() throws(Stop) -> RubyNode {
    let start = position
    let form = StringForm(
      closing: byte, opening: nil, isInterpolated: true, keepsEscapes: true,
      opened: ByteRange(start, start + 1))
    let parts = try quoted(form)
    return try regularExpression(parts, from: start)
  }

  mutating func regularExpression(_ parts: RubyList, from start: Int) throws(Stop) -> RubyNode {
    let at = position
    while byte.isLetter {
      switch byte {
      case "i", "m", "x", "o", "u", "n", "e", "s": position += 1
      default:
        throw stop(
          .invalid("the regular expression has an unknown option"), at: ByteRange(position, position + 1))
      }
    }
    if !bytes[at..<position].contains(UInt8(ascii: "x")) { try checkGroups(of: parts) }
    let options = position > at ? word(at, position) : nil
    return add(.regularExpression(parts, options: options), from: start)
  }

  /// Declares the variables that `/(?<name>…)/ =~ value` sets.
  mutating func declareCaptures(of node: RubyNode) {
    guard case .regularExpression(let parts, _) = shape(node) else { return }
    for offset in 0..<parts.count {
      guard case .text = shape(lists[Int(parts.first) + offset]) else { return }
    }
    var at = start(node)
    let end = end(node)
    while at + 3 < end {
      defer { at += 1 }
      guard bytes[at] == "(", bytes[at + 1] == "?", bytes[at + 2] == "<", bytes[at + 3].isNameStart,
        !bytes[at + 3].isUpper
      else { continue }
      var close = at + 3
      while bytes[close].isNameByte { close += 1 }
      guard bytes[close] == ">" else { continue }
      let name = word(at + 3, close)
      if RubyKeyword(name.name) == nil { scopes.declare(name.name) }
    }
  }

  /// Checks that the groups of a regular expression are closed; one with interpolation or comments is left alone.
  private mutating func checkGroups(of parts: RubyList) throws(Stop) {
    var open: [Int] = []
    var isInClass = 0
    for offset in 0..<parts.count {
      let part = lists[Int(parts.first) + offset]
      guard case .text = shape(part) else { return }
      var at = start(part)
      while at < end(part) {
        switch bytes[at] {
        case "\\": at += 1
        case "[": isInClass += 1
        case "]" where isInClass > 0: isInClass -= 1
        case "(" where isInClass == 0:
          if stands("(?#", at: at) { return }
          open.append(at)
        case ")" where isInClass == 0:
          guard open.popLast() != nil else {
            throw stop(
              .invalid("the regular expression closes a group that is not open"), at: ByteRange(at, at + 1))
          }
        default: break
        }
        at += 1
      }
    }
    if isInClass == 0, let group = open.last {
      throw stop(.invalid("a group of the regular expression is not closed"), at: ByteRange(group, group + 1))
    }
  }
}
