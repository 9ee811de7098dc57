package import Diagnostics
package import Lint
package import Project
import ShellSyntax
import Source

/// Reports commands that take whatever server answers for the right one, or any package for a signed one.
package struct UncheckedOrigin: ProjectRule {
  package static let id: RuleID = "shell/unchecked-origin"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for run in project.shellRuns {
      for call in run.script.script.calls {
        guard let word = culprit(call), let text = word.text else { continue }
        findings.add(
          "`\(text)` makes `\(call.program)` accept \(Self.packageManagers.contains(call.program) ? "packages that nobody signed" : "any server for the right one")",
          at: word.location, help: "install the certificate or key that is missing, and leave the option out",
          chain: run.chain)
      }
    }
  }

  private static let packageManagers: Set = ["apt-get", "apt", "yum", "dnf", "zypper", "rpm"]

  private func culprit(_ call: ShellCall) -> ShellWord? {
    switch call.program {
    case "curl":
      return call.arguments.first { word in
        guard let text = word.text else { return false }
        return text == "--insecure" || isCluster(text) && text.contains("k")
      }
    case "wget": return word("--no-check-certificate", of: call)
    case "apt-get", "apt":
      return word("--allow-unauthenticated", of: call) ?? word("--force-yes", of: call)
    case "yum", "dnf": return word("--nogpgcheck", of: call)
    case "zypper": return word("--no-gpg-checks", of: call)
    case "pip", "pip3": return word("--trusted-host", of: call)
    case "git":
      return call.arguments.first { ["http.sslVerify=false", "http.sslverify=false"].contains($0.text) }
    default: return nil
    }
  }

  private func word(_ option: String, of call: ShellCall) -> ShellWord? {
    call.arguments.first { $0.text == option }
  }

  /// Whether a word is letters of options, none of which takes the rest of it as a value.
  private func isCluster(_ text: String) -> Bool {
    guard text.hasPrefix("-"), !text.hasPrefix("--") else { return false }
    let valued = "oHdXuAeFbcmKTUxwrCyYzDEtQP"
    guard let letter = text.dropFirst().firstIndex(where: { valued.contains($0) }) else { return true }
    return text[..<letter].contains("k")
  }
}
