/// A file that makes others run lint: a hook, a CI job, a rule of a Makefile.
package struct SampleFile: Sendable, Hashable {
  /// Who is to run lint.
  package enum Runner: String, Sendable, CaseIterable {
    case github, gitlab, make
  }

  /// Relative to the repository's root.
  package let path: String
  package let text: String

  package init(path: String, text: String) {
    self.path = path
    self.text = text
  }

  /// The hook of pre-commit, at a version of ours.
  package static func hook(version: String) -> SampleFile {
    SampleFile(
      path: ".pre-commit-config.yaml",
      text: """
        repos:
          - repo: https://github.com/ovenproof/ovenproof
            rev: v\(version)
            hooks:
              - id: ovenproof-lint

        """)
  }

  /// What a runner reads; `makeTarget` is a name that the Makefile does not have yet.
  package static func job(for runner: Runner, makeTarget: String = "lint") -> SampleFile {
    switch runner {
    case .github: SampleFile(path: ".github/workflows/ovenproof.yml", text: github)
    case .gitlab: SampleFile(path: ".gitlab-ci.yml", text: gitlab)
    case .make:
      SampleFile(path: "Makefile", text: ".PHONY: \(makeTarget)\n\(makeTarget):\n\tovenproof lint\n")
    }
  }

  private static let github = """
    name: ovenproof
    on: [push, pull_request]
    jobs:
      lint:
        runs-on: ubuntu-latest
        steps:
          - uses: actions/checkout@v4
            with: {fetch-depth: 0}
          - run: pip install pre-commit
          - run: pre-commit run ovenproof-lint --all-files

    """

  private static let gitlab = """
    ovenproof:
      image: python:3
      script:
        - pip install pre-commit
        - pre-commit run ovenproof-lint --all-files

    """
}
