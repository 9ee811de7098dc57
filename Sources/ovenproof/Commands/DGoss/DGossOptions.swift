/// A line of goss's switches as a shell in the container would take it.
struct DGossOptions: Sendable {
  private(set) var words: [String] = []
  /// Whether the results go to a file of the container, where nobody sees them.
  private(set) var isSilent = false

  /// `name` is the variable that holds the line.
  init(_ line: String, of name: String) throws(GossUsageFault) {
    var rest = try Self.split(line, of: name)[...]
    while let next = rest.popFirst() {
      guard next.contains(">") else {
        words.append(next)
        continue
      }
      if next.hasSuffix(">") { _ = rest.popFirst() }
      if !next.hasPrefix("2>") { isSilent = true }
    }
  }

  private static func split(_ line: String, of name: String) throws(GossUsageFault) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in line {
      if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if character == " " || character == "\t" || character == "\n" {
        if let done = word { words.append(done) }
        word = nil
      } else if ";|&$`".contains(character), !(word ?? "").hasSuffix(">") {
        throw GossUsageFault(
          "\(name) has `\(character)`, which only a shell understands", help: "write goss's switches")
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let done = word { words.append(done) }
    return words
  }
}
