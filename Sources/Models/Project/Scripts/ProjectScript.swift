package import ShellSyntax
package import Source

/// A script that a component runs: a file of the host, or lines in the template.
///
/// A class only so that every copy is one reference.
package final class ProjectScript: Sendable {
  package let owner: ComponentReference
  /// The path under which the file tree knows it; nil for lines in the template.
  package let path: String?
  /// The place in the template: of the path, or of the lines.
  package let location: Location
  /// Whether it runs on the host (`shell-local`).
  package let isOnHost: Bool
  /// The parsed text; of another language only its first line and its calls mean something.
  package let script: ShellScript

  package init(
    owner: ComponentReference, path: String?, location: Location, isOnHost: Bool, script: ShellScript
  ) {
    self.owner = owner
    self.path = path
    self.location = location
    self.isOnHost = isOnHost
    self.script = script
  }

  /// Whether a shell reads it; a script without a first line of its own is taken for a shell's.
  package var isShell: Bool { script.shebang.map(\.dialect.isShell) ?? true }

  /// The language in which it is read.
  package var dialect: ShellDialect { script.shebang?.dialect ?? .posix }

  /// How people call it.
  package var name: String { path ?? "inline" }
}
