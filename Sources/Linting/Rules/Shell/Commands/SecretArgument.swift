package import Diagnostics
package import Lint
package import Project
import ShellSyntax
import Source

/// Reports passwords that are written out on a command line.
package struct SecretArgument: ProjectRule {
  package static let id: RuleID = "shell/secret-argument"
  package static let findsSecrets = true

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for run in project.scriptRuns where run.isText {
      for call in run.script.script.calls {
        guard let word = secret(call) else { continue }
        findings.add(
          "a password of `\(call.program)` stands in plain text", at: word.location,
          help: "read it from a variable that the environment gives, and name that in `sensitive-variables`",
          chain: run.chain, secrets: [word.location])
      }
    }
  }

  /// The word that holds a literal password.
  private func secret(_ call: ShellCall) -> ShellWord? {
    switch call.program {
    case "curl":
      return value(after: ["-u", "--user"], of: call) { hasPassword($0) }
        ?? value(after: ["--proxy-user"], of: call) { hasPassword($0) }
    case "wget": return joined("--password=", of: call) ?? joined("--http-password=", of: call)
    case "docker", "podman", "buildah", "skopeo":
      guard call.words.contains("login") else { return nil }
      return value(after: ["-p", "--password"], of: call) { isLiteral($0) } ?? joined("--password=", of: call)
    case "sshpass": return joined("-p", of: call) ?? value(after: ["-p"], of: call) { isLiteral($0) }
    case "mysql", "mysqladmin", "mysqldump": return joined("--password=", of: call) ?? joined("-p", of: call)
    case "htpasswd":
      guard call.has("--batch", or: "b") else { return nil }
      return call.arguments.last.flatMap { isLiteral($0.text) ? $0 : nil }
    default: return nil
    }
  }

  private func value(after options: Set<String>, of call: ShellCall, where isSecret: (String?) -> Bool)
    -> ShellWord?
  {
    for (index, word) in call.arguments.enumerated().dropLast() where options.contains(word.text ?? "") {
      let next = call.arguments[index + 1]
      if isSecret(next.text) { return next }
    }
    return nil
  }

  private func joined(_ prefix: String, of call: ShellCall) -> ShellWord? {
    call.arguments.first { word in
      guard let text = word.text, text.hasPrefix(prefix), text.count > prefix.count else { return false }
      return isLiteral(String(text.dropFirst(prefix.count)))
    }
  }

  private func hasPassword(_ text: String?) -> Bool {
    guard let text, let colon = text.firstIndex(of: ":") else { return false }
    return isLiteral(String(text[text.index(after: colon)...]))
  }

  private func isLiteral(_ text: String?) -> Bool {
    guard let text, !text.contains("OVENPROOF_UNKNOWN") else { return false }
    return SecretShape.isLiteral(text)
  }
}
