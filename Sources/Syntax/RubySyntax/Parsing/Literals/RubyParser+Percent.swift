import Source

extension RubyParser {
  /// Whether a literal such as `%w(…)` begins at the percent sign.
  func startsPercentLiteral(afterOperator: Bool = false) -> Bool {
    switch peek(1) {
    case "w", "W", "i", "I", "q", "Q", "r", "x", "s": !peek(2).isNameByte && peek(2) != 0
    case 0: false
    // Where no operator can stand, even a blank is a quote.
    default: !peek(1).isNameByte && (afterOperator || !peek(1).isSpace)
    }
  }

  mutating func percentLiteral() throws(Stop) -> RubyNode {
    let start = position
    position += 1
    var type = UInt8(ascii: "Q")
    if byte.isLetter {
      type = byte
      position += 1
    }
    let opened = ByteRange(start, position + 1)
    var form = StringForm(
      closing: closing(byte), opening: closing(byte) == byte ? nil : byte, isInterpolated: true,
      opened: opened)
    switch type {
    case "w", "i":
      form.isInterpolated = false
      return try wordList(form, areSymbols: type == "i", from: start)
    case "W", "I": return try wordList(form, areSymbols: type == "I", from: start)
    case "q", "s": form.isInterpolated = false
    case "r": form.keepsEscapes = true
    default: break
    }
    let parts = try quoted(form)
    switch type {
    case "r": return try regularExpression(parts, from: start)
    case "x": return add(.shell(parts), from: start)
    case "s": return add(.dynamicSymbol(parts), from: start)
    default: return try joined(add(.string(parts), from: start))
    }
  }

  private func closing(_ opening: UInt8) -> UInt8 {
    switch opening {
    case "(": UInt8(ascii: ")")
    case "[": UInt8(ascii: "]")
    case "{": UInt8(ascii: "}")
    case "<": UInt8(ascii: ">")
    default: opening
    }
  }

  /// Reads `%w` and its kin from the opening mark on.
  private mutating func wordList(_ form: StringForm, areSymbols: Bool, from start: Int) throws(Stop)
    -> RubyNode
  {
    position += 1
    let mark = pending.count
    var open = 0
    while true {
      while byte.isSpace { position = byte == "\n" ? afterNewline(position) : position + 1 }
      if byte == form.closing, open == 0 { break }
      let at = position
      let parts = try listedWord(form, &open)
      if areSymbols, parts.count == 1, case .text(let text) = shape(lists[Int(parts.first)]), text.isVerbatim,
        end(lists[Int(parts.first)]) == position, self.start(lists[Int(parts.first)]) == at
      {
        pending.append(add(.symbol(word(at, position)), from: at))
      } else {
        pending.append(add(areSymbols ? .dynamicSymbol(parts) : .string(parts), from: at))
      }
    }
    position += 1
    return add(.array(list(since: mark)), from: start)
  }

  /// Reads one word of a list.
  private mutating func listedWord(_ form: StringForm, _ open: inout Int) throws(Stop) -> RubyList {
    let mark = pending.count
    var piece = position
    while !byte.isSpace {
      if byte == form.closing {
        if open == 0 { break }
        open -= 1
        position += 1
      } else if byte == form.opening {
        open += 1
        position += 1
      } else if byte == "\\" {
        if position + 1 >= limit { throw unclosedList(form) }
        if peek(1).isSpace || peek(1) == "\\" || peek(1) == form.closing || peek(1) == form.opening {
          endPiece(&piece)
          piece = position + 1
          position += 2
        } else if form.isInterpolated {
          endPiece(&piece)
          try escape()
          piece = position
        } else {
          position += 2
        }
      } else if byte == "#", form.isInterpolated, startsInterpolation() {
        endPiece(&piece)
        try interpolation()
        piece = position
      } else if byte == 0, position >= limit {
        throw unclosedList(form)
      } else {
        position += 1
      }
    }
    endPiece(&piece)
    return list(since: mark)
  }

  private mutating func unclosedList(_ form: StringForm) -> Stop {
    let opened = String(decoding: bytes[form.opened.indices], as: UTF8.self)
    let closing = String(UnicodeScalar(form.closing))
    position = form.opened.start
    tell(.unclosed(opened, closing: closing), at: ByteRange(at: limit), opening: form.opened)
    stopPosition = form.opened.start
    return Stop()
  }
}
