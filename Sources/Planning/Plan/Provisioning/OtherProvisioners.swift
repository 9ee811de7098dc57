import Packer
import Project
import Source

/// Provisioners that have no machine of ours to work on yet: planned, with a clear word on why they are not run.
enum OtherProvisioners {
  /// The work of a component of any other type.
  static func work(_ input: ProvisionerInput) -> ProvisionerWork {
    let type = input.component.type.value
    switch type {
    case "ansible": return ansible(input)
    case "sleep": return sleep(input)
    case "breakpoint": return breakpoint(input)
    case "powershell", "windows-shell", "windows-restart":
      return .unsupported("run \(type)", "`\(type)` works on Windows, and the containers here are Linux")
    case "inspec":
      return .unsupported(
        "run inspec \(input.text("profile")?.shown ?? "")",
        "`inspec` runs on the host and reaches the machine over ssh, which a container here does not offer")
    case "puppet-server":
      return .unsupported(
        "run the puppet agent", "`puppet-server` is not run here yet: it needs a Puppet server")
    case "salt-masterless", "converge":
      return .unsupported("run \(type)", "`\(type)` is not run here yet")
    default:
      return .unsupported("run \(type)", "the provisioner `\(type)` is not known here")
    }
  }

  private static func ansible(_ input: ProvisionerInput) -> ProvisionerWork {
    let playbook = input.text("playbook_file")?.shown ?? ""
    var work = ProvisionerWork.unsupported(
      "play \(playbook) with ansible-playbook from the host",
      "`ansible` reaches the machine over ssh, which a container here does not offer: `ansible-local` plays the same "
        + "playbook inside it")
    work.effects.append(.init(.runs, name: playbook))
    return work
  }

  private static func sleep(_ input: ProvisionerInput) -> ProvisionerWork {
    let seconds = input.seconds("duration") ?? 0
    var work = ProvisionerWork("sleep \(input.text("duration")?.shown ?? "0s")")
    work.operations.append(.sleep(seconds))
    work.rehearsal = Rehearsal(limits: ["nothing to rehearse"])
    return work
  }

  private static func breakpoint(_ input: ProvisionerInput) -> ProvisionerWork {
    guard input.flag("disable") else {
      return .unsupported(
        "stop at a breakpoint", "`breakpoint` waits for a key, and nobody is there to press it")
    }
    var work = ProvisionerWork("pass a disabled breakpoint")
    work.say("passing the disabled breakpoint \(input.text("note") ?? "")")
    return work
  }
}
