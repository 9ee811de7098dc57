extension CommandValues {
  /// The variables that the blocks `environment { … }` of a Jenkinsfile set, by its pieces; one that they set to different
  /// texts, or that only the run knows, is not known.
  init(ofPipeline pieces: [CommandBlock.Line]) {
    self.init()
    var written: [String: [String]] = [:]
    var isEnvironment = false
    for piece in pieces {
      let text = piece.text.drop { $0 == " " || $0 == "\t" }
      if text.hasPrefix("}") { isEnvironment = false }
      if isEnvironment {
        for (name, value) in text.split(separator: ";").compactMap(Self.pipelineAssignment) {
          written[name, default: []].append(value)
        }
      }
      if text.hasPrefix("environment"), text.hasSuffix("{") { isEnvironment = true }
    }
    for (name, values) in written where Set(values).count == 1 { set(name, to: [values[0]]) }
  }

  /// The name and the text of a line such as `STAGE = 'prod'`; what is no text, such as a credential, holds the run's.
  private static func pipelineAssignment(_ line: Substring) -> (name: String, value: String)? {
    let sides = line.split(separator: "=", maxSplits: 1).map { side in
      var side = side.drop { $0 == " " || $0 == "\t" }
      while side.last == " " || side.last == "\t" { side.removeLast() }
      return side
    }
    guard sides.count == 2, CommandText.isName(sides[0]) else { return nil }
    guard let mark = sides[1].first, mark == "'" || mark == "\"", sides[1].count > 1, sides[1].last == mark
    else { return (String(sides[0]), "$") }
    return (String(sides[0]), String(sides[1].dropFirst().dropLast()))
  }
}
