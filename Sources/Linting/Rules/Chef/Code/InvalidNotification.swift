package import Diagnostics
package import Lint
package import Project
import RubySyntax
import Source

/// Reports notifications with a time that Chef does not know, or with something that is no resource's name.
package struct InvalidNotification: ProjectRule {
  package static let id: RuleID = "chef/invalid-notification"

  private static let times = ["before", "delayed", "immediate", "immediately"]

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for (run, file) in ChefStep.rubyFiles(in: project) {
      for name in ["notifies", "subscribes"] {
        for place in file.outline.places(of: name) where file.outline.call(at: place)?.receiver == nil {
          let arguments = Array(file.outline.arguments(at: place))
          guard arguments.count >= 2 else { continue }
          checkTarget(arguments[1], name, place, file, run, &findings)
          if arguments.count > 2 { checkTime(arguments[2], place, file, run, &findings) }
        }
      }
    }
  }

  private func checkTime(
    _ value: RubyNode, _ place: Int, _ file: ProjectRubyFile, _ run: ChefStep, _ findings: inout Findings
  ) {
    guard let time = file.tree.constantText(of: value), !Self.times.contains(time) else { return }
    let near = Suggestion.nearest(to: time, among: Self.times)
    let location = file.tree.location(of: value)
    let isSymbol = file.tree.source(of: value).hasPrefix(":")
    findings.add(
      "a notification has no time `\(time)`", at: location, atMost: file.gravity(at: place),
      help: near.map { "did you mean `:\($0)`?" } ?? "write `:delayed`, `:immediately` or `:before`",
      fix: near.map {
        Fix(.unsafe, edits: [.init(replacing: location, with: isSymbol ? ":\($0)" : "'\($0)'")])
      },
      chain: run.chain(to: file))
  }

  private func checkTarget(
    _ value: RubyNode, _ method: String, _ place: Int, _ file: ProjectRubyFile, _ run: ChefStep,
    _ findings: inout Findings
  ) {
    let location = file.tree.location(of: value)
    switch file.tree.shape(of: value) {
    case .string:
      guard let text = file.tree.constantText(of: value), !isResource(text) else { return }
      findings.add(
        "`\(text)` names no resource", at: location, atMost: file.gravity(at: place),
        help: "write the type and the name: `'service[nginx]'`", chain: run.chain(to: file))
    case .call(let call) where call.form == .index:
      // `service[nginx]` without quotes calls `service`.
      guard let receiver = call.receiver, let type = file.outline.call(of: receiver), type.receiver == nil,
        type.arguments.isEmpty, ResourceNames.common.contains(file.tree.spelling(of: type.selector)),
        let inner = file.tree.nodes(in: call.arguments).first
      else { return }
      let name = file.tree.constantText(of: inner) ?? file.tree.source(of: inner)
      let whole = "'\(file.tree.spelling(of: type.selector))[\(name)]'"
      findings.add(
        "the target of `\(method)` is not in quotes", at: location, atMost: file.gravity(at: place),
        help: "write `\(whole)`", fix: Fix(.unsafe, edits: [.init(replacing: location, with: whole)]),
        chain: run.chain(to: file))
    default: return
    }
  }

  /// Whether a text is `type[name]`, or several names in one pair of brackets.
  private func isResource(_ text: String) -> Bool {
    guard let open = text.firstIndex(of: "["), text.hasSuffix("]") else { return false }
    let type = text[..<open].utf8
    return !type.isEmpty
      && type.allSatisfy { byte in
        byte == UInt8(ascii: "_") || (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
      }
  }
}

/// Resources that every Chef has.
enum ResourceNames {
  static let common: Set = [
    "apt_package", "apt_repository", "apt_update", "bash", "cookbook_file", "cron", "directory",
    "dnf_package",
    "execute", "file", "gem_package", "git", "group", "http_request", "link", "log", "mount", "ohai",
    "package",
    "remote_directory", "remote_file", "ruby_block", "script", "service", "systemd_unit", "template", "user",
    "yum_package", "yum_repository",
  ]
}
