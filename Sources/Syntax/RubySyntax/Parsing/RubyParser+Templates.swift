import Source

extension RubyParser {
  /// Reads what `<%= … %>` became.
  mutating func templateOutput() throws(Stop) -> RubyNode {
    try descend()
    defer { depth -= 1 }
    let start = position
    position += 1
    let body = statements()
    try expect("\u{3}")
    return add(.templateOutput(body), from: start)
  }

  /// Reads the mark of a piece of text.
  mutating func templateText() -> RubyNode {
    let start = position
    position += 1
    var low = 0
    var high = textMarks.count
    while low < high {
      let middle = (low + high) / 2
      if textMarks[middle] < start { low = middle + 1 } else { high = middle }
    }
    return add(.templateText(Int32(low)), from: start)
  }
}
