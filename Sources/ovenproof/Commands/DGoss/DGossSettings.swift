import Source

/// What dgoss reads from its environment.
struct DGossSettings: Sendable {
  let folder: String
  let file: String
  let variables: String?
  /// Words behind `validate`.
  let options: [String]
  let waitOptions: [String]
  /// Seconds between the start and the judgement.
  let sleep: Double
  /// Where the container's logs are written to in the end.
  let logOutput: String?
  /// The runtime that is asked for by name; nil where none is.
  let runtime: String?

  init(environment: [String: String]) throws(GossUsageFault) {
    func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    folder = value("GOSS_FILES_PATH") ?? "."
    file = value("GOSS_FILE") ?? "goss.yaml"
    variables = value("GOSS_VARS")
    options = try Self.words(environment["GOSS_OPTS"] ?? "--color --format documentation", of: "GOSS_OPTS")
    waitOptions = try Self.words(
      environment["GOSS_WAIT_OPTS"] ?? "-r 30s -s 1s > /dev/null", of: "GOSS_WAIT_OPTS")
    let pause = value("GOSS_SLEEP") ?? "0.2"
    guard let seconds = Double(pause) ?? GoDuration(pause)?.seconds, seconds >= 0 else {
      throw GossUsageFault("GOSS_SLEEP is no time: `\(pause)`", help: "write seconds: `0.5`")
    }
    sleep = seconds
    logOutput = value("CONTAINER_LOG_OUTPUT")
    runtime = value("CONTAINER_RUNTIME")
    guard ["docker", "podman", "nerdctl", nil].contains(runtime) else {
      throw GossUsageFault(
        "CONTAINER_RUNTIME is `\(runtime ?? "")`", help: "dgoss knows docker, podman and nerdctl")
    }
    guard ["mount", "cp", nil].contains(value("GOSS_FILES_STRATEGY")) else {
      throw GossUsageFault(
        "GOSS_FILES_STRATEGY is neither `mount` nor `cp`",
        help: "here nothing is put into the container: leave it out")
    }
  }

  /// The words of a line as a shell splits it. Where results go is none of them: `> FILE` is dropped.
  private static func words(_ line: String, of name: String) throws(GossUsageFault) -> [String] {
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
    var kept: [String] = []
    var rest = words[...]
    while let next = rest.popFirst() {
      guard next.contains(">") else {
        kept.append(next)
        continue
      }
      if next.hasSuffix(">") { _ = rest.popFirst() }
    }
    return kept
  }

  /// Whether the line sends its results nowhere, as the usual one does.
  static func isSilent(_ line: String?) -> Bool {
    (line ?? "> /dev/null").filter { $0 != " " }.contains(">/dev/null")
  }
}
