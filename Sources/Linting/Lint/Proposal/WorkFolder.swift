/// The folder in which a shell works, as its commands change it.
struct WorkFolder {
  /// Relative to where the shell starts, or absolute; nil for where it starts.
  private(set) var path: String?
  /// The folders to come back to: of `pushd`, and of brackets.
  private var stack: [String?] = []

  init(_ path: String?) { self.path = path }

  /// Follows a command that changes the folder; any other changes nothing.
  mutating func follow(_ words: [String]) {
    switch words.first {
    case "cd", "Set-Location", "sl", "chdir":
      let target = words.dropFirst().first { !$0.hasPrefix("-") && $0 != "/d" }
      if let target { change(to: target) }
    case "pushd", "Push-Location":
      stack.append(path)
      if words.count > 1 { change(to: words[1]) }
    case "popd", "Pop-Location": leave()
    default: break
    }
  }

  /// A shell of its own begins.
  mutating func enter() { stack.append(path) }

  /// What began last ends.
  mutating func leave() { if let last = stack.popLast() { path = last } }

  /// Goes to a folder by its name; where a variable makes it, back to the start, since that may be anywhere.
  mutating func change(to written: String) {
    let target = Self.withoutStart(written)
    guard !target.contains("$"), target != "-", !target.hasPrefix("~"), !target.hasPrefix("/") else {
      return path = nil
    }
    // Written in full it begins anew.
    path = target == written ? TreePath.joined(path ?? "", target) : target
  }

  /// Names of the folder in which a job or a Makefile starts.
  private static let starts = [
    "$(CURDIR)", "${CURDIR}", "$(PWD)", "${PWD}", "$PWD", "$$PWD", "$(pwd)", "$$(pwd)", "${GITHUB_WORKSPACE}",
    "$GITHUB_WORKSPACE", "$CI_PROJECT_DIR", "${CI_PROJECT_DIR}", "$(Build.SourcesDirectory)",
    "$(System.DefaultWorkingDirectory)", "$CODEBUILD_SRC_DIR", "${CODEBUILD_SRC_DIR}", "$BITBUCKET_CLONE_DIR",
    "${BITBUCKET_CLONE_DIR}", "$WORKSPACE", "${WORKSPACE}", "${env.WORKSPACE}", "$PSScriptRoot",
    "$TRAVIS_BUILD_DIR", "${TRAVIS_BUILD_DIR}",
  ]

  private static func withoutStart(_ path: String) -> String {
    for start in starts where path.hasPrefix(start) {
      let rest = path.dropFirst(start.count)
      if rest.isEmpty { return "." }
      if rest.hasPrefix("/") || rest.hasPrefix("\\") { return String(rest.dropFirst()) }
    }
    return path
  }
}
