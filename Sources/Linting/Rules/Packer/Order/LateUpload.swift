package import Diagnostics
package import Lint
import Packer
package import Project
import ShellSyntax
import Source

/// Reports files that a script runs from `/tmp` and that only a later step uploads.
package struct LateUpload: ProjectRule {
  package static let id: RuleID = "packer/late-upload"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    var known: Set<Location> = []
    for build in project.builds {
      var mentioned: [String] = []
      for (index, provisioner) in build.provisioners.enumerated() {
        switch provisioner.type.value {
        case "sleep", "breakpoint", "shell-local": continue
        case "file": mentioned += Self.uploads(of: provisioner, in: project) ?? ["/tmp"]
        case "shell":
          let scripts = project.guestScripts(of: provisioner, in: build)
          guard let scripts else { return }
          for call in scripts.flatMap({ StraightCall.all(in: $0.script) }) {
            let use = call.usedFile.flatMap { word in word.text.map { Located($0, at: word.location) } }
            if let use, use.value.hasPrefix("/tmp/"), !Self.isMade(use.value, mentioned),
              let upload = build.provisioners[(index + 1)...].first(where: {
                Self.brings(use.value, $0, project)
              }),
              known.insert(use.location).inserted
            {
              findings.add(
                "`\(use.value)` is not there yet: a later step uploads it", at: use.location,
                help: "move the upload before this step",
                labels: [Label("it is uploaded here", at: upload.type.location)])
            }
            mentioned += (call.call.arguments + call.call.redirections.map(\.target)).map(\.knownPrefix)
            if !call.isPlain { mentioned.append("/tmp") }
          }
        default: mentioned.append("/tmp")
        }
      }
    }
  }

  /// Whether something before may have made a path: it, or a folder above it, was named.
  private static func isMade(_ path: String, _ mentioned: [String]) -> Bool {
    mentioned.contains { word in
      let word = word.hasSuffix("/") ? String(word.dropLast()) : word
      return word.hasPrefix("/") && (path == word || path.hasPrefix(word + "/") || word.isEmpty)
    }
  }

  private static func brings(_ path: String, _ provisioner: ConfiguredComponent, _ project: Project) -> Bool {
    provisioner.type.value == "file" && uploads(of: provisioner, in: project)?.contains(path) == true
  }

  /// The files that an upload makes; nil where it cannot be told.
  private static func uploads(of provisioner: ConfiguredComponent, in project: Project) -> [String]? {
    let options = provisioner.options
    guard options.string("direction") != "download" else { return [] }
    guard let destination = options.string("destination"), let source = options.string("source"),
      options["sources"] == nil, project.entry(source)?.kind == .file
    else { return nil }
    guard destination.hasSuffix("/") else { return [destination] }
    return [destination + (source.split(separator: "/").last ?? "")]
  }
}
