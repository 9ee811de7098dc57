import Expectation
import Project
import ShellSyntax

/// Which things a shell step leaves as they are for sure.
struct ScriptReach {
  /// Calls that change no file and no account, whatever their arguments.
  private static let harmless: Set<String> = [
    "echo", "printf", "set", "export", "unset", "true", ":", "test", "[", "sleep", "cd", "exit", "id",
    "whoami", "uname",
    "date", "ls", "grep", "sync", "which", "umask", "readonly", "shift",
  ]
  private var isBounded: Bool
  private var paths: [String] = []

  init(_ scripts: [ProjectScript], isWhole: Bool) {
    isBounded = isWhole
    for script in scripts { take(script) }
  }

  /// The paths that may be changed, with all below them; nil where it may be anything.
  var touched: [String]? { isBounded ? paths : nil }

  /// Whether a thing is left alone.
  func spares(_ target: Target, _ aliases: PathAliases) -> Bool {
    guard isBounded else { return false }
    guard case .file(let path) = target else { return true }
    return !paths.contains { aliases.mayTouch($0, path) }
  }

  private mutating func take(_ script: ProjectScript) {
    guard script.isShell, script.script.faults.isEmpty else { return isBounded = false }
    for item in script.script.body.items {
      for pipeline in [item.first] + item.rest.map(\.pipeline) {
        for command in pipeline.commands { take(command) }
      }
    }
  }

  private mutating func take(_ command: ShellCommand) {
    for redirection in command.redirections where redirection.writesFile { touch(redirection.target) }
    // Branches, loops and functions are not followed.
    guard case .simple(let simple) = command.body,
      (simple.words + simple.assignments.flatMap(\.values)).allSatisfy({ $0.substitutions.isEmpty })
    else { return isBounded = false }
    guard let name = simple.words.first else { return }
    let (switches, operands) = Self.parted(simple.words.dropFirst())
    switch name.text ?? "" {
    case let name where Self.harmless.contains(name): break
    // The first word is a mode or an owner, unless that is told in another way: by `-w`, or by `--reference`.
    case "chmod", "chown", "chgrp":
      guard switches.allSatisfy(Self.changesNoMode) else { return isBounded = false }
      operands.dropFirst().forEach { touch($0) }
    case "rm", "rmdir", "mkdir", "touch": operands.forEach { touch($0) }
    case "apt-get", "apt":
      // Lists and caches alone.
      guard let verb = operands.first?.text, verb == "clean" || verb == "update" else {
        return isBounded = false
      }
    default: isBounded = false
    }
  }

  /// What begins with a dash, and what does not.
  private static func parted(_ words: ArraySlice<ShellWord>) -> (switches: [String], operands: [ShellWord]) {
    let written = words.map { (word: $0, text: $0.text ?? $0.knownPrefix) }
    return (
      written.map(\.text).filter { $0.hasPrefix("-") },
      written.filter { !$0.text.hasPrefix("-") }.map(\.word)
    )
  }

  /// Whether a switch of `chmod`, `chown` or `chgrp` says only how it goes about it (coreutils and busybox).
  private static func changesNoMode(_ word: String) -> Bool {
    word.hasPrefix("--")
      ? ["--recursive", "--verbose", "--changes", "--silent", "--quiet", "--no-dereference"].contains(word)
      : word.count > 1 && word.dropFirst().allSatisfy("RvcfhHLP".contains)
  }

  private mutating func touch(_ word: ShellWord) {
    let known = word.isPattern ? Self.folder(word.knownPrefix) : word.text
    guard let path = known, path.hasPrefix("/"), !path.contains("/../") else { return isBounded = false }
    if path.hasPrefix("/dev/") { return }
    paths.append(path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path)
  }

  /// The folder in which a pattern begins.
  private static func folder(_ prefix: String) -> String {
    let marks = prefix.prefix { !"*?[{".contains($0) }
    guard let slash = marks.lastIndex(of: "/") else { return "" }
    return slash == marks.startIndex ? "/" : String(marks[..<slash])
  }
}
