import Host
import Testing

@testable import Lint

@Suite struct RepositoryRunnersTests {
  private func runners(_ files: [String: String]) -> RepositoryRunners {
    RepositoryRunners(of: "/", in: MemoryFileTree(files.mapValues { Array($0.utf8) }))
  }

  @Test(
    arguments: [
      ([".git/HEAD": ""], []), ([".github/dependabot.yml": ""], [.github]),
      ([".gitlab-ci.yml": ""], [.gitlab]),
      (["Makefile": ""], [.make]), (["GNUmakefile": "", ".gitlab-ci.yml": ""], [.gitlab, .make]),
      ([".git/config": "[remote \"origin\"]\n\turl = git@github.com:a/b.git\n"], [.github]),
      ([".git/config": "[remote \"origin\"]\n\turl = https://gitlab.example.org/a/b\n"], [.gitlab]),
      ([".git/config": "[user]\n\tname = gitlab.github.\n"], []),
    ] as [([String: String], [SampleFile.Runner])])
  func `Who runs the jobs is told by files and remotes`(
    files: [String: String], expected: [SampleFile.Runner]
  ) {
    #expect(runners(files).runners == expected)
  }

  @Test func `A rule of a Makefile takes a name that is free`() {
    let free = runners(["Makefile": "all:\n\ttrue\n"]).sample(for: .make)
    #expect(free.path == "Makefile")
    #expect(free.text == ".PHONY: lint\nlint:\n\tovenproof lint\n")
    let taken = runners(["GNUmakefile": "lint: all\n"]).sample(for: .make)
    #expect(taken.path == "GNUmakefile")
    #expect(taken.text.contains("lint-templates:\n"))
  }
}
