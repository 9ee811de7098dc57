package import Host

/// Who runs the jobs of a repository, by the files that it holds for them and by where it is pushed to.
package struct RepositoryRunners: Sendable {
  /// Those that were recognised, in the order of `SampleFile.Runner`.
  package let runners: [SampleFile.Runner]
  /// The Makefile's path relative to the root; `Makefile` where there is none.
  package let makefile: String
  /// A name for a rule that the Makefile does not have yet.
  package let makeTarget: String

  private static let sizeLimit = 1 << 18

  /// Looks at the repository with an absolute root.
  package init(of root: String, in tree: any FileTree) {
    let isThere = { (name: String) in tree.status(TreePath.joined(root, name)) != nil }
    let text = { (name: String) in
      (try? tree.read(TreePath.joined(root, name), limit: Self.sizeLimit)).map {
        String(decoding: $0, as: UTF8.self)
      } ?? ""
    }
    let remotes = text(".git/config").split(separator: "\n").filter { $0.contains("url =") }
    let makefile = ["GNUmakefile", "makefile", "Makefile"].first(where: isThere)
    runners = SampleFile.Runner.allCases.filter { runner in
      switch runner {
      case .github: isThere(".github") || remotes.contains { $0.contains("github.") }
      case .gitlab: isThere(".gitlab-ci.yml") || remotes.contains { $0.contains("gitlab.") }
      case .make: makefile != nil
      }
    }
    self.makefile = makefile ?? "Makefile"
    let lines = makefile.map(text)?.split(separator: "\n") ?? []
    let isTaken = { (name: String) in lines.contains { $0.hasPrefix(name + ":") || $0.hasPrefix(name + " ") }
    }
    makeTarget = isTaken("lint") ? "lint-templates" : "lint"
  }

  /// The sample for a runner.
  package func sample(for runner: SampleFile.Runner) -> SampleFile {
    let sample = SampleFile.job(for: runner, makeTarget: makeTarget)
    return runner == .make ? SampleFile(path: makefile, text: sample.text) : sample
  }
}
