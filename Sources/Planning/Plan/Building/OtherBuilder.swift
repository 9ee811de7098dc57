import Packer
import Project
import Source

/// A builder that makes no container: its steps are planned, and it is said why they are not run.
struct OtherBuilder {
  let build: Build

  private var options: Options { build.builder.options }
  private var type: String { build.builder.type.value }

  /// Where its steps would run.
  var setting: BuildPlan.Setting {
    guard type == "null" else {
      return .elsewhere("builder `\(type)` cannot be run here: it makes \(platform.product)")
    }
    if options.string("communicator") == "none" { return .host }
    let host =
      options.text("ssh_host").value?.value.shown ?? options.text("winrm_host").value?.value.shown ?? "a host"
    return .elsewhere(
      "builder `null` cannot be run here: it works on the machine `\(host)` that is there already")
  }

  /// What it starts from, where an option names it.
  var base: BuildPlan.Base? {
    for name in platform.sources {
      guard case .value(let text) = options.text(name), !text.value.isEmpty else { continue }
      return BuildPlan.Base(reference: text.value, location: text.location)
    }
    return nil
  }

  /// The step that would start a machine; none for the `null` builder.
  func start() -> [Step] {
    guard type != "null" else { return [] }
    let source = base.map { " from \($0.reference.shown)" } ?? ""
    return [
      Step(
        id: "start", kind: .start, type: type, title: "start \(platform.machine)\(source)",
        origin: build.builder.location, action: .unsupported(reason))
    ]
  }

  /// The step that would make an image of the machine; none for the `null` builder.
  func finish(after last: String) -> [Step] {
    guard type != "null" else { return [] }
    let name = platform.name.flatMap { options.text($0).value?.value.shown }
    return [
      Step(
        id: "commit", kind: .commit, type: type,
        title: "make \(platform.product)\(name.map { " \($0)" } ?? "")", origin: build.builder.location,
        inputs: [.init(.step, last)], effects: [.init(.creates, name: name ?? platform.product)],
        action: .unsupported(reason))
    ]
  }

  private var reason: String {
    if case .elsewhere(let reason) = setting { reason } else { "there is nothing to start" }
  }

  private var platform: Platform { Platform.known[type] ?? Platform.unknown }
}

/// What a builder starts from and makes, in words, and the options that name them.
private struct Platform {
  let machine: String
  let product: String
  /// Options that name what it starts from, the first that is set counts.
  let sources: [String]
  /// The option that names the product.
  let name: String?

  static let unknown = Platform(
    machine: "a machine", product: "an image of a machine", sources: [], name: nil)

  static let known: [String: Platform] = [
    "amazon-ebs": Platform(
      machine: "an EC2 instance", product: "an Amazon machine image", sources: ["source_ami"],
      name: "ami_name"),
    "openstack": Platform(
      machine: "an OpenStack server", product: "an OpenStack image",
      sources: ["source_image_name", "source_image", "external_source_image_url"], name: "image_name"),
    "digitalocean": Platform(
      machine: "a droplet", product: "a DigitalOcean snapshot", sources: ["image"], name: "snapshot_name"),
    "googlecompute": Platform(
      machine: "a Compute Engine instance", product: "a Compute Engine image",
      sources: ["source_image", "source_image_family"], name: "image_name"),
    "qemu": Platform(
      machine: "a virtual machine", product: "a disk image", sources: ["iso_url"], name: "vm_name"),
    "virtualbox-iso": Platform(
      machine: "a virtual machine", product: "a VirtualBox machine", sources: ["iso_url"], name: "vm_name"),
    "vmware-iso": Platform(
      machine: "a virtual machine", product: "a VMware machine", sources: ["iso_url"], name: "vm_name"),
  ]
}
