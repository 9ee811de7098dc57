import Host
import Packer
import ShellSyntax
import Source

extension ProjectLoader {
  /// Reads and parses the scripts of a shell component.
  mutating func loadScripts(_ subject: Subject) {
    let isOnHost = subject.component.type.value == "shell-local"
    for reference in own where reference.kind == .script {
      guard reference.state == .present, let path = reference.path else { continue }
      do throws(HostError) {
        let script = try script(at: path)
        add(
          ProjectScript(
            owner: subject.reference, path: path, location: reference.location, isOnHost: isOnHost,
            script: script), of: subject)
      } catch {
        markUnreadable(path, error)
      }
    }
    for name in ["inline", "command"] {
      if let inline = inline(name, subject, isOnHost: isOnHost) { add(inline, of: subject) }
    }
  }

  private mutating func add(_ script: ProjectScript, of subject: Subject) {
    scripts.append(script)
    runs.append(ScriptRun(script, of: subject.component, in: subject.owner))
  }

  /// The lines in the template as one script, the interpreter's line put in front as Packer does.
  private func inline(_ name: String, _ subject: Subject, isOnHost: Bool) -> ProjectScript? {
    guard name == "inline" || isOnHost, let option = subject.options[name] else { return nil }
    let lines = subject.options.values(name)
    guard !lines.isEmpty else { return nil }
    var builder = DerivedTextBuilder()
    let shebang = subject.options["inline_shebang"]
    builder.append(generated: "#!".utf8, by: (shebang ?? option).location)
    if let places = shebang?.places, !places.bytes.isEmpty {
      builder.append(places)
    } else {
      builder.append(
        generated: (subject.options.string("inline_shebang") ?? "/bin/sh -e").utf8, by: option.location)
    }
    for line in lines {
      builder.append(generated: [0x0A], by: line.location)
      if let places = line.places {
        builder.append(places)
      } else {
        builder.append(
          generated: (line.text.value?.value.masked ?? OptionValue.placeholder).utf8, by: line.location)
      }
    }
    builder.append(generated: [0x0A], by: lines[lines.count - 1].location)
    let script = ShellScript.parse(builder.text(whole: option.location))
    return ProjectScript(
      owner: subject.reference, path: nil, location: option.location, isOnHost: isOnHost, script: script)
  }
}

extension RunText {
  /// The literal text, with the placeholder for everything else.
  fileprivate var masked: String {
    parts.map { part in if case .literal(let text) = part { text } else { OptionValue.placeholder } }.joined()
  }
}
