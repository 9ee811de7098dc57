import Diagnostics
import Host
import Lint
import Packer
import Rules
import Source
import Support

/// A folder under `Fixtures/configuration`: templates with a configuration, and in `expected.txt` what lint says.
struct ConfigurationCase: CustomStringConvertible, Sendable {
  let name: String

  var description: String { name }

  /// All folders that hold a configuration.
  static func all() throws -> [ConfigurationCase] {
    let disk = Disk(workingDirectory: Repository.fixture("configuration"))
    var open = [""]
    var found: [ConfigurationCase] = []
    while let folder = open.popLast() {
      for name in try disk.list(folder.isEmpty ? "." : folder) {
        let path = folder.isEmpty ? name : folder + "/" + name
        if name == ".ovenproof.yaml" { found.append(ConfigurationCase(name: folder)) }
        if disk.status(path)?.kind == .directory { open.append(path) }
      }
    }
    guard !found.isEmpty else { throw CaseFolder.Unusable(description: "no cases in configuration") }
    return found.sorted { $0.name < $1.name }
  }

  var folder: String { Repository.fixture("configuration/" + name) }

  /// The files of the case in memory, as a repository of their own.
  func tree() throws -> MemoryFileTree {
    let disk = Disk(workingDirectory: folder)
    var files: [String: [UInt8]] = ["/.git/HEAD": []]
    var open = [""]
    while let folder = open.popLast() {
      for name in try disk.list(folder.isEmpty ? "." : folder) where name != "expected.txt" {
        let path = folder.isEmpty ? name : folder + "/" + name
        if disk.status(path)?.kind == .directory {
          open.append(path)
        } else {
          files["/" + path] = try disk.read(path, limit: 1 << 20)
        }
      }
    }
    return MemoryFileTree(files)
  }

  /// What lint says of the case, a finding a line, its help and notes below it.
  func report() async throws -> String {
    let tree = try tree()
    let result = await Linter(tree, registry: .standard).run(
      LintRequest(["."], inputs: TemplateInputs(workingDirectory: "/")))
    let lines = result.findings.map { finding in
      let position = result.sources[finding.primary.file]?.position(at: finding.primary.range.start)
      let end = result.sources[finding.primary.file]?.position(at: finding.primary.range.end)
      let place =
        "\(finding.primary.file):\(position?.line ?? 0):\(position?.column ?? 0)-\(end?.column ?? 0)"
      let more = (finding.help.map { ["help: " + $0] } ?? []) + finding.notes.map { "note: " + $0 }
      return ["\(place): \(finding.severity)[\(finding.rule)] \(finding.message)"] + more.map { "    " + $0 }
    }
    return lines.flatMap { $0 }.map { $0 + "\n" }.joined()
  }
}
