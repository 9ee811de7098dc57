import Source

extension YAMLParser {
  /// Says what libyaml stumbled on, in our words and at the exact place.
  mutating func report(_ problem: YAMLProblem, in document: YAMLBytes) {
    isIntact = false
    let place = character(at: problem.offset)
    var words = problem.words(found: text.excerpt(place))
    let context = problem.contextOffset.map(character(at:))
    if let context, text.bytes[context.indices].elementsEqual([UInt8(ascii: "-")]) {
      words = words.with(help: "write a blank after `-`, and `:` after a key")
    }
    if let template = templateHelp(near: problem.offset) { words = words.with(help: template) }
    if words.isAboutContext, let context {
      faults.add(words.message, at: context, help: words.help)
    } else {
      let labels = words.context.flatMap { message in context.map { (message: message, range: $0) } }
      faults.add(words.message, at: place, help: words.help, labels: labels.map { [$0] } ?? [])
    }
  }

  /// The character at an offset; nothing at the end of a line or of the text.
  private func character(at offset: Int) -> ByteRange {
    let bytes = text.bytes
    guard offset < bytes.count, !bytes[offset].isBreak else { return ByteRange(at: min(offset, bytes.count)) }
    var end = offset + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return ByteRange(offset, end)
  }

  /// What to do when a `{{…}}` without quotes, or an ERB tag, is the likely cause of a fault.
  private func templateHelp(near offset: Int) -> String? {
    // Where the tags of a template end up as YAML says little of where they stand: look at the head of the file.
    if Array(text.bytes.prefix(0x10000)).contains("<%") {
      return "render the file first: its `<%` makes it an ERB template"
    }
    let before = text.bytes[..<offset].reversed().prefix { !$0.isBreak }
    let after = text.bytes[offset...].prefix { !$0.isBreak }
    let line = Array(before.reversed() + after)
    return line.contains("{{") ? "put a value with `{{…}}` in quotes" : nil
  }
}

extension YAMLProblem.Words {
  fileprivate func with(help: String) -> Self {
    Self(message: message, help: help, context: context, isAboutContext: isAboutContext)
  }
}
