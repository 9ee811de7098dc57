import Source

/// The words behind the original's name: a command, and what stands before and behind it.
struct StructureTestWords {
  /// nil where there is none.
  let command: String?
  /// All other words.
  let others: [String]

  init(_ words: [String]) {
    let place = Self.place(in: words)
    command = place.map { words[$0] }
    others = words.indices.filter { $0 != place }.map { words[$0] }
  }

  /// Where the command stands, as the original looks for it: the first word that is neither a switch nor, as far as it knows them
  /// yet, the value of one.
  private static func place(in words: [String]) -> Int? {
    var place = 0
    while place < words.count, words[place] != "--" {
      let word = words[place]
      guard word.utf8.first == UInt8(ascii: "-") else { return place }
      let isWhole = word.utf8.starts(with: "--".utf8) || word.utf8.count == 2
      let takesNext = isWhole && word.assignment == nil && word != "--help" && word != "-h"
      place += takesNext ? 2 : 1
    }
    return nil
  }
}
