import Packer
import Project
import Source

/// Small provisioners, and those that have no machine of ours to work on: planned, with a clear word on why they are not run.
enum OtherProvisioners {
  /// The work of a component of any other type.
  static func work(_ input: ProvisionerInput) -> ProvisionerWork {
    let type = input.component.type.value
    switch type {
    case "sleep": return sleep(input)
    case "breakpoint": return breakpoint(input)
    case "powershell", "windows-shell", "windows-restart":
      return .unsupported("run \(type)", "`\(type)` works on Windows, and the containers here are Linux")
    case "inspec":
      return .unsupported(
        "run inspec \(input.text("profile")?.shown ?? "")",
        "`inspec` reaches the machine over ssh, which a container here does not offer: judge the image by a spec, or "
          + "leave the step out with `only` or `except`")
    default:
      return .unsupported("run \(type)", "the provisioner `\(type)` is not known here")
    }
  }

  private static func sleep(_ input: ProvisionerInput) -> ProvisionerWork {
    let seconds = input.seconds("duration") ?? 0
    var work = ProvisionerWork("sleep \(input.text("duration")?.shown ?? "0s")")
    work.operations.append(.sleep(seconds))
    work.rehearsal = Rehearsal(limits: ["nothing to rehearse"])
    return work
  }

  private static func breakpoint(_ input: ProvisionerInput) -> ProvisionerWork {
    let note = input.text("note") ?? ""
    guard input.flag("disable") else {
      var work = ProvisionerWork("stop at a breakpoint\(note.isEmpty ? "" : ": \(note.shown)")")
      work.operations.append(.waitForKey(note: note))
      work.rehearsal = Rehearsal(limits: ["nothing to rehearse"])
      return work
    }
    var work = ProvisionerWork("pass a disabled breakpoint")
    work.say("passing the disabled breakpoint \(note)")
    return work
  }
}
