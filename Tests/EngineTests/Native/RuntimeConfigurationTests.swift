import DataSyntax
import Image
import Testing

@testable import Engine

@Suite struct RuntimeConfigurationTests {
  private func text(
    _ spec: ContainerSpec = ContainerSpec(), volumes: [String] = [], canFilter: Bool = true,
    identities: IdentityMap? = nil, walls: Walls = .runc("/usr/sbin/runc")
  ) throws -> String {
    let configuration = RuntimeConfiguration(
      scratch: Scratch(path: "/s"), spec: spec,
      process: .init(
        arguments: ["/bin/sh"], environment: ["A": "b\"c"], workingDirectory: "/",
        user: ContainerUser(id: 0, group: 0, groups: [4], home: "/root")),
      capabilities: try CapabilitySet.granted(to: spec, available: CapabilitySet(mask: (1 << 41) - 1)),
      volumes: volumes,
      variant: NativeVariant(walls: walls, identities: identities, canFilter: canFilter))
    return String(decoding: try configuration.json().compact, as: UTF8.self)
  }

  @Test func `a usual container has four namespaces, a filter and no devices`() throws {
    let text = try text()
    #expect(text.contains(#""namespaces":[{"type":"pid"},{"type":"ipc"},{"type":"uts"},{"type":"mount"}]"#))
    #expect(text.contains(#""devices":[{"allow":false,"access":"rwm"}]"#))
    #expect(text.contains(#""seccomp":{"defaultAction":"SCMP_ACT_ALLOW""#))
    #expect(text.contains(#""env":["A=b\"c"]"#))
    #expect(text.contains(#""additionalGids":[4]"#))
    #expect(text.contains("/proc/sysrq-trigger"))
  }

  @Test func `a runtime that cannot filter is not asked to`() throws {
    #expect(try !text(canFilter: false).contains("seccomp"))
  }

  @Test func `a privileged container is held back by nothing`() throws {
    var spec = ContainerSpec()
    spec.privileged = true
    let text = try text(spec)
    #expect(text.contains(#""devices":[{"allow":true,"access":"rwm"}]"#))
    #expect(!text.contains("seccomp"))
    #expect(!text.contains("maskedPaths"))
    #expect(text.contains("CAP_SYS_ADMIN"))
  }

  @Test func `without a network there is a namespace for it`() throws {
    var spec = ContainerSpec()
    spec.network = .none
    #expect(try text(spec).contains(#"{"type":"network"}"#))
  }

  @Test func `a user namespace gets devices and /sys from the machine, and no groups of it`() throws {
    var spec = ContainerSpec()
    spec.devices = ["/dev/null:/dev/nothing"]
    let text = try text(spec, identities: IdentityMap("0:1000:1,1:100000:65536/0:1000:1,1:100000:65536"))
    #expect(text.contains(#"{"destination":"/dev/nothing","type":"bind","source":"/dev/null""#))
    #expect(text.contains(#""devices":[{"allow":false,"access":"rwm"},{"allow":true"#))
    #expect(!text.contains(#""path":"/dev/nothing""#))
    #expect(text.contains(#"{"destination":"/sys","type":"bind""#))
    #expect(text.contains(#""/sys/fs/cgroup""#))
    #expect(text.contains("gid=5"))
    spec.network = .none
    let alone = try self.text(spec, identities: IdentityMap("0:1000:1/0:1000:1"))
    #expect(alone.contains(#"{"destination":"/sys","type":"sysfs""#))
    #expect(!alone.contains("gid=5"))
  }

  @Test func `mounts come in the order in which one may lie in another`() throws {
    var spec = ContainerSpec()
    spec.tmpfs = ["/run:size=1m,mode=700"]
    spec.mounts = [.init(source: "/host", destination: "/run/host", isReadOnly: true)]
    let text = try text(spec, volumes: ["/data"])
    #expect(
      text.contains(
        #"{"destination":"/data","type":"bind","source":"/s/v/0","options":["bind","rw","nodev"]},{"destination":"/run","type":"tmpfs","source":"tmpfs","options":["nosuid","nodev","noexec","size=1m","mode=700"]},{"destination":"/run/host","type":"bind","source":"/host","options":["rbind","rprivate","ro"]}"#
      ))
  }

  @Test(arguments: ["/nonesuch", "/etc/passwd", "/dev/null:relative", "/dev/null:/dev/x:bogus"])
  func `what is no device is refused`(_ device: String) {
    var spec = ContainerSpec()
    spec.devices = [device]
    #expect { _ = try text(spec) } throws: { ($0 as? EngineError)?.kind == .invalid }
  }

  @Test func `a device is found with its numbers`() throws {
    let device = try ContainerDevice("/dev/null:/dev/nothing:rw")
    #expect(
      device.path == "/dev/nothing" && device.major == 1 && device.minor == 3 && !device.isBlock
        && device.access == "rw")
    #expect(try ContainerDevice("/dev/zero").access == "rwm")
    #expect(try ContainerDevice("/dev/zero:r").path == "/dev/zero")
  }
}
