import DataSyntax
import Testing

@testable import Engine

/// To which limits the control groups of a machine hold a container, and where it lies then.
@Suite struct GroupLimitsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let mountinfo: String
    /// What the top of the unified tree hands down.
    var controllers = ""
    /// What the runtime is told.
    let resources: String
    var path: String?
  }

  private static let unified = "30 1 0:26 / /sys/fs/cgroup rw,nosuid - cgroup2 cgroup2 rw,nsdelegate"
  private static let both = #"{"memory":{"limit":1048576},"pids":{"limit":64}}"#

  @Test(arguments: [
    Case(
      testDescription: "a tree for each controller",
      mountinfo: """
        24 1 0:22 / /sys/fs/cgroup rw - tmpfs tmpfs rw,mode=755
        25 24 0:23 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory
        26 24 0:24 / /sys/fs/cgroup/pids rw - cgroup cgroup rw,pids
        27 24 0:26 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw
        """,
      controllers: "hugetlb", resources: both),
    Case(
      testDescription: "one tree for all", mountinfo: unified,
      controllers: "cpuset cpu io memory hugetlb pids\n", resources: both, path: "/ovenproof-1-2-3"),
    Case(
      testDescription: "one tree that hands down one of them", mountinfo: unified, controllers: "cpu pids\n",
      resources: #"{"pids":{"limit":64}}"#, path: "/ovenproof-1-2-3"),
    Case(
      testDescription: "one tree that hands down none, as in a container", mountinfo: unified,
      controllers: "\n", resources: "{}"),
    Case(
      testDescription: "trees that may not be written to",
      mountinfo: """
        25 24 0:23 / /sys/fs/cgroup/memory ro - cgroup cgroup rw,memory
        30 1 0:26 / /sys/fs/cgroup rw,nosuid - cgroup2 cgroup2 ro
        """,
      controllers: "memory pids", resources: "{}"),
    Case(
      testDescription: "no groups at all", mountinfo: "24 1 0:22 / / rw - ext4 /dev/vda rw", resources: "{}"),
  ])
  func `a container is held to what the machine can`(_ example: Case) {
    var asked: [String] = []
    let groups = GroupLimits(mountinfo: example.mountinfo) { folder in
      asked.append(folder)
      return example.controllers
    }
    let limits = ContainerSpec.Limits(memory: 1 << 20, processes: 64)
    let scratch = Scratch(path: "/home/containers/ovenproof-1-2-3")
    let text = String(decoding: JSONText.members(groups.members(for: limits)).compact, as: UTF8.self)
    #expect(text == example.resources)
    #expect(groups.path(for: limits, scratch) == example.path)
    #expect(asked.allSatisfy { $0 == "/sys/fs/cgroup" })
    // What is not limited lies where the runtime puts it.
    #expect(groups.path(for: ContainerSpec.Limits(), scratch) == nil)
    #expect(JSONText.members(groups.members(for: ContainerSpec.Limits())).compact == Array("{}".utf8))
  }
}
