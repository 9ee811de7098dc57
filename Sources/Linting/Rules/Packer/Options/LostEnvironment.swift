package import Diagnostics
package import Lint
import Packer
import Source

/// Reports `environment_vars` that the command of a script does not hand on.
package struct LostEnvironment: TemplateRule {
  package static let id: RuleID = "packer/lost-environment"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    var known: Set<Int> = []
    for provisioner in template.evaluation.builds.flatMap(\.provisioners)
    where provisioner.type.value == "shell" {
      let options = provisioner.options
      guard let names = options["environment_vars"], !options.values("environment_vars").isEmpty,
        options.flag("use_env_var_file") != true, let command = options.deferred("execute_command"),
        known.insert(command.location.range.start).inserted
      else { continue }
      let label = [Label("they are set here", at: names.location)]
      guard let vars = command.text.firstRange(of: ".Vars") else {
        findings.add(
          "the variables of `environment_vars` do not reach the script: `{{.Vars}}` is missing",
          at: command.location, help: "put `{{.Vars}}` before the script's path", labels: label)
        continue
      }
      guard let sudo = command.text.bareSudo(after: vars.end) else { continue }
      findings.add(
        "`sudo` drops the variables that stand before it", at: command.text.location(of: sudo),
        help: "write `sudo -E`, or `sudo {{.Vars}}` with the variables behind it", labels: label)
    }
  }
}

extension DerivedText {
  /// The first place of a word.
  fileprivate func firstRange(of word: String) -> ByteRange? {
    let word = Array(word.utf8)
    guard bytes.count >= word.count else { return nil }
    return (0...(bytes.count - word.count)).first { bytes[$0...].starts(with: word) }
      .map { ByteRange($0, $0 + word.count) }
  }

  /// A `sudo` behind an offset that keeps no environment, and after which no assignments come.
  fileprivate func bareSudo(after start: Int) -> ByteRange? {
    let words = self.words(from: start)
    guard let index = words.firstIndex(where: { text($0) == "sudo" || text($0) == "/usr/bin/sudo" }) else {
      return nil
    }
    for word in words[(index + 1)...].map(text) {
      if word.hasPrefix("--preserve-env") || word == "env" || word.contains("=") { return nil }
      if word.hasPrefix("-"), !word.hasPrefix("--"), word.contains("E") { return nil }
      if word == ";" || word == "&&" || word == "|" || word.contains(".Path") { break }
    }
    return words[index]
  }

  private func text(_ range: ByteRange) -> String { String(decoding: bytes[range.indices], as: UTF8.self) }

  private func words(from start: Int) -> [ByteRange] {
    var words: [ByteRange] = []
    var first: Int?
    for place in start...bytes.count {
      let isBlank = place == bytes.count || " \t\n\r'\"()".utf8.contains(bytes[place])
      if isBlank, let begin = first {
        words.append(ByteRange(begin, place))
        first = nil
      } else if !isBlank, first == nil {
        first = place
      }
    }
    return words
  }
}
