import Source

/// Reads one Dockerfile instruction of the kinds that change a configuration.
struct ConfigurationChangeParser {
  private let instruction: String
  /// What follows the instruction, blanks at both ends cut.
  private let rest: String

  typealias Fault = ConfigurationChange.Fault

  /// `line` is an instruction as `InstructionWords.instructions` gives it.
  init(_ line: [UInt8]) {
    let name = line.prefix { !InstructionWords.isBlank($0) }
    instruction = String(decoding: name, as: UTF8.self).uppercased()
    rest = String(decoding: InstructionWords.trimmed(line.dropFirst(name.count)), as: UTF8.self)
  }

  static func changes(in text: String) throws(Fault) -> [ConfigurationChange] {
    let lines = InstructionWords.instructions(in: text)
    guard !lines.isEmpty else { throw Fault("the change is empty", help: help) }
    var changes: [ConfigurationChange] = []
    for line in lines { changes.append(try ConfigurationChangeParser(line).change()) }
    return changes
  }

  private func change() throws(Fault) -> ConfigurationChange {
    guard ConfigurationChange.instructions.contains(instruction) else {
      throw Fault("`\(instruction)` is not an instruction that a commit takes", help: Self.help)
    }
    // Docker takes a program of no words.
    if rest.isEmpty, instruction == "CMD" { return .command(.words(["/bin/sh", "-c"])) }
    if rest.isEmpty, instruction == "ENTRYPOINT" { return .entrypoint(.words([])) }
    if rest.isEmpty { throw Fault("`\(instruction)` names no value") }
    switch instruction {
    case "CMD": return .command(try commandLine(rest))
    case "ENTRYPOINT": return .entrypoint(try commandLine(rest))
    case "ENV": return .environment(try pairs(allowsOldForm: true))
    case "LABEL": return .labels(try pairs(allowsOldForm: true))
    case "EXPOSE": return .expose(InstructionWords.split(rest))
    case "HEALTHCHECK": return .healthcheck(try healthcheck())
    case "ONBUILD": return .onBuild(try trigger())
    case "STOPSIGNAL": return .stopSignal(rest)
    case "USER": return .user(rest)
    case "VOLUME": return .volumes(try paths())
    default: return .workingDirectory(rest)
    }
  }

  private static let help =
    "a change begins with one of " + ConfigurationChange.instructions.joined(separator: ", ")

  /// The JSON form, or a line for the shell where the text is no JSON array.
  private func commandLine(_ text: String) throws(Fault) -> ConfigurationChange.CommandLine {
    switch StringArray.parse(text) {
    case .strings(let words): return .words(words)
    case .otherArray:
      throw Fault(
        "`\(instruction)` in JSON form holds other than strings",
        help: "write every word of it in double quotes")
    case .notArray: return .shell(text)
    }
  }

  private func paths() throws(Fault) -> [String] {
    let paths: [String]
    switch StringArray.parse(rest) {
    case .strings(let words): paths = words
    case .otherArray: throw Fault("`VOLUME` in JSON form holds other than strings")
    case .notArray: paths = InstructionWords.split(rest)
    }
    guard !paths.isEmpty else { throw Fault("`VOLUME` names no path") }
    guard paths.allSatisfy({ !$0.isEmpty }) else { throw Fault("`VOLUME` names an empty path") }
    return paths
  }

  /// `name=value …`, or the old form `name value to the end of the line`.
  private func pairs(allowsOldForm: Bool) throws(Fault) -> [ConfigurationChange.Pair] {
    let words = InstructionWords.splitQuoted(rest)
    if allowsOldForm, let first = words.first, !first.utf8.contains(0x3D) {
      let bytes = Array(rest.utf8)
      let name = bytes.prefix { !InstructionWords.isBlank($0) }
      let value = InstructionWords.trimmed(bytes.dropFirst(name.count))
      guard !value.isEmpty else {
        throw Fault("`\(instruction) \(first)` has no value", help: "write `\(instruction) \(first)=VALUE`")
      }
      return [.init(String(decoding: name, as: UTF8.self), String(decoding: value, as: UTF8.self))]
    }
    var pairs: [ConfigurationChange.Pair] = []
    for word in words {
      guard let equals = word.utf8.firstIndex(of: 0x3D) else {
        throw Fault(
          "`\(word)` in `\(instruction)` has no `=`",
          help: "write every pair as NAME=VALUE, in quotes where the value holds blanks")
      }
      guard equals != word.startIndex else { throw Fault("`\(instruction)` has a value without a name") }
      pairs.append(.init(String(word[..<equals]), String(word[word.utf8.index(after: equals)...])))
    }
    return pairs
  }

  private func trigger() throws(Fault) -> String {
    let word = String(rest.prefix { $0 != " " && $0 != "\t" }).uppercased()
    switch word {
    case "ONBUILD": throw Fault("`ONBUILD` cannot trigger `ONBUILD`")
    case "FROM", "MAINTAINER": throw Fault("`ONBUILD` cannot trigger `\(word)`")
    default: return rest
    }
  }

  private func healthcheck() throws(Fault) -> Healthcheck {
    var text = rest[...]
    var check = Healthcheck(test: [])
    while text.hasPrefix("--") {
      let flag = text.prefix { $0 != " " && $0 != "\t" }
      text = text.dropFirst(flag.count).drop { $0 == " " || $0 == "\t" }
      try read(flag: flag, into: &check)
    }
    let kind = text.prefix { $0 != " " && $0 != "\t" }
    let words = String(text.dropFirst(kind.count).drop { $0 == " " || $0 == "\t" })
    switch kind.uppercased() {
    case "NONE" where words.isEmpty: return Healthcheck(test: ["NONE"])
    case "CMD" where !words.isEmpty:
      switch try commandLine(words) {
      case .words(let words): check.test = ["CMD"] + words
      case .shell(let line): check.test = ["CMD-SHELL", line]
      }
      return check
    default: throw Fault("`HEALTHCHECK` is neither `NONE` nor `CMD` with a command")
    }
  }

  private func read(flag: Substring, into check: inout Healthcheck) throws(Fault) {
    let parts = flag.split(separator: "=", maxSplits: 1)
    let value = parts.count == 2 ? String(parts[1]) : ""
    let nanoseconds = GoDuration(value).flatMap { $0.nanoseconds < Self.shortest ? nil : $0.nanoseconds }
    switch (String(parts[0]), nanoseconds, Int(value)) {
    case ("--interval", let time?, _): check.interval = time
    case ("--timeout", let time?, _): check.timeout = time
    case ("--start-period", let time?, _): check.startPeriod = time
    case ("--retries", _, let count?) where count > 0: check.retries = count
    default:
      throw Fault(
        "`\(flag)` is not an option of `HEALTHCHECK`, or has no fit value",
        help: "`--interval`, `--timeout` and `--start-period` take at least 1ms, `--retries` at least 1")
    }
  }

  /// Nanoseconds that docker takes at least.
  private static let shortest = 1_000_000
}
