import Project
import ShellSyntax
import Source

/// What a shell script leaves behind, as far as its text shows it.
struct ScriptEffects {
  let script: ProjectScript

  /// The effects in the order of the text, each once.
  var effects: [Step.Effect] {
    guard script.isShell else { return [] }
    var effects: [Step.Effect] = []
    let constants = ShellConstants(script.script)
    for call in script.script.calls {
      let certainty: Step.Effect.Certainty = call.certainty == .always || call.isChained ? .sure : .maybe
      let packages = Installer.packages(of: call, with: constants) ?? []
      var found = writes(of: call, certainty)
      found += packages.map { Step.Effect(.installs, name: $0, certainty) }
      found += self.effects(of: call, certainty)
      found += CallEffects(call: call, certainty: certainty).effects
      for effect in found where !effects.contains(effect) {
        effects.append(effect)
      }
    }
    return effects
  }

  /// The files that the call's redirections write.
  private func writes(of call: ShellCall, _ certainty: Step.Effect.Certainty) -> [Step.Effect] {
    call.redirections.filter(\.writesFile).compactMap { redirection -> Step.Effect? in
      guard let path = path(redirection.target) else { return nil }
      return .init(redirection.mark.hasSuffix(">>") ? .changes : .creates, path: path, certainty)
    }
  }

  private func effects(of call: ShellCall, _ certainty: Step.Effect.Certainty) -> [Step.Effect] {
    var effects: [Step.Effect] = []
    let operands = call.arguments.filter { !($0.text ?? $0.knownPrefix).hasPrefix("-") }
    switch call.name.value {
    case "mkdir", "touch": effects += operands.compactMap(path).map { .init(.creates, path: $0, certainty) }
    case "rm", "rmdir":
      effects += operands.compactMap(path).map { .init(.removes, path: $0, certainty) }
      effects += operands.compactMap(pattern).map { .init(.removes, path: $0, .maybe) }
    case "cp", "mv", "ln", "install":
      if let path = operands.last.flatMap(path) { effects.append(.init(.creates, path: path, certainty)) }
    case "chmod", "chown", "chgrp":
      effects += operands.dropFirst().compactMap(path).map { .init(.changes, path: $0, certainty) }
    case "tee":
      effects += operands.compactMap(path).map { .init(.creates, path: $0, certainty) }
    default: break
    }
    return effects
  }

  /// An absolute path that is the same in every run and no pattern; devices do not count.
  private func path(_ word: ShellWord) -> String? {
    guard let text = word.text, text.hasPrefix("/"), !word.isPattern, !text.hasPrefix("/dev/"),
      !text.hasPrefix("/proc/")
    else { return nil }
    return text
  }

  /// An absolute pattern that is the same in every run.
  private func pattern(_ word: ShellWord) -> String? {
    word.isPattern ? word.text.flatMap { $0.hasPrefix("/") ? $0 : nil } : nil
  }
}
