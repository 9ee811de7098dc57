package import Diagnostics
package import Lint
package import Project
import RubySyntax
import Source

/// Reports downloads into a folder for temporary files that the image keeps.
package struct LeftTemporaryFile: ProjectRule {
  package static let id: RuleID = "chef/left-temporary-file"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for run in ChefBake.all(in: project) where run.isInBareContainer {
      let files = run.chef.rubyFiles.filter { $0.isLoaded && $0.part == .recipe }
      let removed = Set(files.flatMap(removals))
      let isCleaned = files.contains(where: mayClean)
      for file in files {
        for resource in DeclaredResource.all(of: ["remote_file"], in: file) where !resource.isConditional {
          guard let path = resource.text("path") ?? (resource.value("path") == nil ? resource.name : nil),
            path.hasPrefix("/tmp/") || path.hasPrefix("/var/tmp/"),
            resource.actions?.contains("delete") != true,
            !removed.contains(path), !isCleaned, !run.mayRemove(path, in: project)
          else { continue }
          findings.add(
            "the image keeps the download `\(path)`", at: resource.location,
            help: "remove it when it is unpacked: `file '\(path)' do action :delete end`",
            chain: run.chain(to: file))
        }
      }
    }
  }

  /// The files and folders that resources of a file delete.
  private func removals(in file: ProjectRubyFile) -> [String] {
    DeclaredResource.all(of: DeclaredResource.fileTypes, in: file).compactMap { resource in
      resource.actions?.contains("delete") == true ? resource.text("path") ?? resource.name : nil
    }
  }

  /// Whether a command or code in a file may remove or move what was downloaded.
  private func mayClean(_ file: ProjectRubyFile) -> Bool {
    ["rm ", "mv ", "FileUtils"].contains(where: file.tree.text.bytes.mentions)
  }
}
