/// What the variables of a file of commands hold, as far as it is written out: nothing is run.
struct CommandValues {
  /// A variable has several values where a loop gives them one after another; one that is not here is not known.
  private(set) var values: [String: [String]]
  /// How many branches are open: what they set holds only sometimes.
  private var branches = 0
  /// Whether the next command runs only where a test says so.
  private var isTested = false

  /// So many ways of running one command are told apart.
  private static let mostWays = 16

  init(_ constants: [String: String] = [:]) { values = constants.mapValues { [$0] } }

  /// A new line ends what a test decides.
  mutating func beginLine() { isTested = false }

  /// Follows a command that sets variables, loops over values or opens a branch; any other changes nothing.
  mutating func follow(_ words: [String]) {
    switch words.first {
    case "if", "case", "while", "until": branches += 1
    case "fi", "esac": branches = max(0, branches - 1)
    case "[", "[[", "test": isTested = true
    case "for" where words.count > 3 && words[2] == "in":
      set(words[1], to: expansions(of: Array(words[3...])).first ?? [])
    case "read" where words.count > 1: for name in words.dropFirst() { values[name] = nil }
    default: assign(words.drop { ["export", "readonly", "local", "declare", "set"].contains($0) })
    }
  }

  /// Takes in a command that consists of assignments alone.
  private mutating func assign(_ words: ArraySlice<String>) {
    let pairs = words.map(Self.assignment)
    guard !pairs.isEmpty, !pairs.contains(where: { $0 == nil }) else { return }
    for case let (name, value)? in pairs {
      let isCertain = branches == 0 && !isTested
      set(name, to: isCertain ? expansions(of: [value]).compactMap(\.first) : [])
    }
  }

  /// Gives a variable its values; without any, or with one that only the run knows, it is not known.
  mutating func set(_ name: String, to new: [String]) {
    let isKnown = !new.isEmpty && !new.contains { value in value.contains { "$*?`".contains($0) } }
    values[name] = isKnown && new.count <= Self.mostWays ? new : nil
  }

  /// The name and the value of `NAME=value`.
  private static func assignment(_ word: String) -> (String, String)? {
    guard let equals = word.firstIndex(of: "="), CommandText.isName(word[..<equals]) else { return nil }
    return (String(word[..<equals]), String(word[word.index(after: equals)...]))
  }

  /// The words of a command with the values of variables in their places, once for each way in which it runs.
  func expansions(of words: [String]) -> [[String]] {
    let texts = words.map(CommandText.init)
    var ways: [[String: String]] = [[:]]
    for name in Set(texts.flatMap(\.names)).sorted() {
      guard let known = values[name] else { continue }
      ways = ways.flatMap { way in known.map { value in way.merging([name: value]) { $1 } } }
      if ways.count > Self.mostWays { return [words] }
    }
    return ways.map { way in
      texts.flatMap { text -> [String] in
        let word = text.replaced(by: way)
        // A variable that is a word by itself may hold several.
        return text.isVariable ? word.split(separator: " ").map(String.init) : [word]
      }
    }
  }
}
