package import Packer
package import ShellSyntax
import Source

/// A script in one build, with the component that runs it and the way in which it does.
///
/// A class only so that every copy is one reference: many rules look at each.
package final class ScriptRun: Sendable {
  package let script: ProjectScript
  package let component: ConfiguredComponent
  /// How it is called; by its path where nothing else is written.
  package let call: ScriptCall
  /// The language in which it is read; nil where the way in which it is called leaves that open.
  package let dialect: ShellDialect?
  /// Whether it is text; of a program, no line means anything.
  package let isText: Bool
  private let owner: BuildOfRuns

  /// The build that it belongs to.
  package var build: Build { owner.build }

  /// Whether a shell reads it.
  package var isShell: Bool { dialect?.isShell == true && isText }

  init(_ script: ProjectScript, of component: ConfiguredComponent, in build: BuildOfRuns) {
    self.script = script
    self.component = component
    owner = build
    call = ScriptCall(words: component.options.deferredTexts("execute_command").map(\.text.string))
    isText = !script.script.text.bytes.contains(0)
    if let interpreter = call.interpreter {
      let isOwn = interpreter == "." || interpreter == "source"
      dialect = isOwn ? .posix : ShellDialect(program: interpreter)
    } else {
      dialect = call.isByPath ? script.dialect : nil
    }
  }
}

/// A build that all of its scripts share.
final class BuildOfRuns: Sendable {
  let build: Build

  init(_ build: Build) { self.build = build }
}
