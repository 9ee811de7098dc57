import Testing

@testable import Engine

@Suite struct ContainerCgroupsTests {
  private static let hybrid = """
    24 1 0:22 / /sys/fs/cgroup rw,relatime shared:1 - tmpfs tmpfs rw,mode=755
    25 24 0:23 / /sys/fs/cgroup/cpu,cpuacct rw,relatime - cgroup cgroup rw,cpu,cpuacct
    26 24 0:24 / /sys/fs/cgroup/devices rw,relatime - cgroup cgroup rw,devices
    27 24 0:25 / /sys/fs/cgroup/freezer rw,relatime - cgroup cgroup rw,freezer
    28 24 0:26 / /sys/fs/cgroup/unified rw,relatime - cgroup2 cgroup2 rw
    """

  @Test func `of a hybrid machine's groups those for devices, freezing and the unified one count`() {
    let groups = ContainerCgroups(
      membership: "4:cpu,cpuacct:/x\n3:devices:/x\n2:freezer:/x\n1:name=systemd:/x\n0::/x\n",
      mountinfo: Self.hybrid)
    #expect(
      groups.files == [
        "/sys/fs/cgroup/devices/x/cgroup.procs", "/sys/fs/cgroup/freezer/x/cgroup.procs",
        "/sys/fs/cgroup/unified/x/cgroup.procs",
      ])
  }

  @Test func `a machine with the unified tree alone has one`() {
    let mounts = "30 1 0:26 / /sys/fs/cgroup rw,nosuid - cgroup2 cgroup rw,nsdelegate"
    #expect(
      ContainerCgroups(membership: "0::/user/x", mountinfo: mounts).files == [
        "/sys/fs/cgroup/user/x/cgroup.procs"
      ])
  }

  @Test func `what is mounted from a group on is named from there`() {
    let mounts = "30 1 0:26 /docker/abc /sys/fs/cgroup/devices ro,nosuid - cgroup cgroup rw,devices"
    let groups = ContainerCgroups(membership: "5:devices:/docker/abc/x\n6:freezer:/y", mountinfo: mounts)
    #expect(groups.files == ["/sys/fs/cgroup/devices/x/cgroup.procs"])
    #expect(ContainerCgroups(membership: "5:devices:/elsewhere", mountinfo: mounts).files.isEmpty)
  }

  @Test func `a read-only mount is told from a writable one`() {
    #expect(ControlGroupMount.all(in: Self.hybrid).count == 4)
    #expect(ControlGroupMount.all(in: Self.hybrid).map(\.isWritable) == [true, true, true, true])
    let mounts = ControlGroupMount.all(
      in: "30 1 0:26 / /sys/fs/cgroup ro,nosuid - cgroup2 cgroup rw\nnonsense")
    #expect(mounts.map(\.isWritable) == [false])
  }
}
