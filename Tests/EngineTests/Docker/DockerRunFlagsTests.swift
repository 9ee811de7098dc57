import Testing

@testable import Engine

@Suite struct DockerRunFlagsTests {
  private let image = EngineImage(id: "sha256:abc", name: "base:1")
  private let name = DockerContainerName(.next(), machine: "m")

  @Test func `without options the flags are Packer's own`() {
    let flags = DockerRunFlags(ContainerSpec(), image: image, name: name)
    #expect(
      flags.arguments == [
        "--name", "\(name)", "-d", "-i", "-t", "--entrypoint=/bin/sh", "--", "sha256:abc",
      ])
    #expect(flags.variables == ClientVariables([:]))
  }

  @Test func `options come before them, in Packer's order`() {
    var spec = ContainerSpec()
    spec.devices = ["/dev/fuse"]
    spec.capabilitiesAdded = ["NET_ADMIN"]
    spec.capabilitiesDropped = ["MKNOD"]
    spec.privileged = true
    spec.tmpfs = ["/run"]
    spec.mounts = [
      .init(source: "/a", destination: "/b"), .init(source: "/c", destination: "/d", isReadOnly: true),
    ]
    spec.network = .host
    #expect(
      DockerRunFlags(spec, image: image, name: name).arguments.dropFirst(2) == [
        "--device", "/dev/fuse", "--cap-add", "NET_ADMIN", "--cap-drop", "MKNOD", "--privileged", "--tmpfs",
        "/run",
        "-v", "/a:/b", "-v", "/c:/d:ro", "--network", "host", "-d", "-i", "-t", "--entrypoint=/bin/sh", "--",
        "sha256:abc",
      ])
  }

  @Test func `a container that runs its own program keeps its entrypoint`() {
    var spec = ContainerSpec()
    spec.process = .own
    spec.network = .none
    #expect(
      DockerRunFlags(spec, image: image, name: name).arguments.dropFirst(2) == [
        "--network", "none", "-d", "--", "sha256:abc",
      ])
  }

  @Test func `only a dead owner's container of this machine is abandoned`() throws {
    let own = DockerContainerName(.next())
    #expect(!own.isAbandoned)
    #expect(DockerContainerName(own.description) == own)
    let dead = try #require(ContainerName("ovenproof-4194304-12-1"))
    #expect(DockerContainerName(dead).isAbandoned)
    #expect(!DockerContainerName(dead, machine: "another").isAbandoned)
    #expect(DockerContainerName("somebody-elses") == nil)
  }
}
