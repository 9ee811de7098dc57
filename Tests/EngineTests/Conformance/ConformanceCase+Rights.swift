import Host
import Image
import Testing

@testable import Engine

extension ConformanceCase {
  static let rights: [ConformanceCase] = [
    ConformanceCase("commands run as root unless told otherwise") { (bench) async throws in
      try await bench.withContainer { (container) async throws in
        #expect(try await container.does("id -u; id -g") == "0\n0\n")
      }
    },
    ConformanceCase("a user is found by name, with all groups") { (bench) async throws in
      try await bench.withContainer { (container) async throws in
        try await container.does(
          """
          echo 'app:x:1000:1001::/srv:/bin/sh' >>/etc/passwd
          printf 'app:x:1001:\\nlogs:x:50:app\\nweb:x:60:root,app\\n' >>/etc/group
          """)
        #expect(
          try await container.does("id -u; id -g; id -G | tr ' ' '\\n' | sort -n; echo $HOME", user: "app")
            == "1000\n1001\n50\n60\n1001\n/srv\n")
        #expect(try await container.does("id -u; id -g; id -G", user: "app:logs") == "1000\n50\n50\n")
      }
    },
    ConformanceCase("a number needs no account") { (bench) async throws in
      try await bench.withContainer { (container) async throws in
        #expect(try await container.does("id -u; id -g", user: "4321") == "4321\n0\n")
        #expect(try await container.does("id -u; id -g", user: "4321:99") == "4321\n99\n")
      }
    },
    ConformanceCase("a user or group that is not there is refused") { (bench) async throws in
      try await bench.withContainer { (container) async throws in
        await expect(.invalid) { _ = try await container.tell("true", user: "nonesuch") }
        await expect(.invalid) { _ = try await container.tell("true", user: "root:nonesuch") }
      }
    },
    ConformanceCase("the image's user is told, and used where none is given") { (bench) async throws in
      let image = try await bench.image(after: "true", ImageCommit(changes: ["USER nobody"]))
      try await bench.withContainer(of: image) { (container) async throws in
        #expect(container.imageUser == "nobody")
        #expect(try await container.does("id -u") == "65534\n")
        #expect(try await container.does("id -u", user: "root") == "0\n")
      }
    },
    ConformanceCase("root has fourteen capabilities, another user none", needs: .walls) {
      (bench) async throws in
      try await bench.withContainer { (container) async throws in
        let script = "grep -E 'CapEff|CapBnd' /proc/self/status"
        #expect(try await container.does(script) == "CapEff:\t00000000a80425fb\nCapBnd:\t00000000a80425fb\n")
        #expect(
          try await container.does(script, user: "nobody")
            == "CapEff:\t0000000000000000\nCapBnd:\t00000000a80425fb\n")
      }
    },
    ConformanceCase("capabilities are added and dropped", needs: .walls) { (bench) async throws in
      var spec = ContainerSpec()
      spec.capabilitiesAdded = ["NET_ADMIN"]
      spec.capabilitiesDropped = ["MKNOD", "CAP_CHOWN"]
      try await bench.withContainer(spec) { (container) async throws in
        #expect(try await container.does("grep CapEff /proc/self/status") == "CapEff:\t00000000a00435fa\n")
        #expect(try await container.tell("touch /tmp/x; chown 5 /tmp/x").end == .exited(1))
      }
    },
    ConformanceCase(
      "a container that may trace processes runs programs, and finds none of the host's", needs: .walls
    ) {
      (bench) async throws in
      var spec = ContainerSpec()
      spec.capabilitiesAdded = ["SYS_PTRACE"]
      try await bench.withContainer(spec) { (container) async throws in
        try await container.does(
          """
          (while [ ! -e /tmp/stop ]; do for p in /proc/[0-9]*; do readlink $p/exe; done; done >>/tmp/seen 2>/dev/null) >/dev/null 2>&1 &
          sleep 0.2
          """)
        for _ in 0..<10 { try await container.does("true") }
        try await container.does("touch /tmp/stop")
        let seen = Set(try await container.does("sort -u /tmp/seen").split(separator: "\n").map(String.init))
        guard bench.candidate.isNative else { return }
        #expect(seen.allSatisfy { $0.hasPrefix("/bin/") || $0.hasPrefix("/memfd:") }, "\(seen)")
        // In a user namespace they do not even see what it is.
        if !bench.candidate.isRootless { #expect(seen.contains { $0.hasPrefix("/memfd:") }, "\(seen)") }
      }
    },
    ConformanceCase("a privileged container has all that this process has", needs: .walls) {
      (bench) async throws in
      // Docker gives up where the machine lacks a single capability.
      guard bench.candidate.isNative else { return }
      var spec = ContainerSpec()
      spec.privileged = true
      try await bench.withContainer(spec) { (container) async throws in
        let mask = String(CapabilitySet.ownBounding.mask, radix: 16)
        #expect(try await container.does("sed -n 's/^CapEff:.0*//p' /proc/self/status") == mask + "\n")
        try await container.does(
          "test -c /dev/full; mount -t tmpfs none /mnt || mount -t tmpfs none /tmp; unshare -m true")
      }
    },
    ConformanceCase("an unknown capability is refused") { (bench) async throws in
      var spec = ContainerSpec()
      spec.capabilitiesAdded = ["SUPERPOWERS"]
      await expect(.invalid) { try await bench.withContainer(spec) { _ in } }
    },
    ConformanceCase("files are made with the usual mask") { (bench) async throws in
      try await bench.withContainer { (container) async throws in
        #expect(try await container.does("umask; touch /tmp/f; stat -c %a /tmp/f") == "0022\n644\n")
      }
    },
    ConformanceCase("mounting and new user namespaces are refused", needs: .walls) { (bench) async throws in
      try await bench.withContainer { (container) async throws in
        #expect(try await container.tell("mount -t tmpfs none /tmp").end != .exited(0))
        #expect(try await container.tell("unshare -U true").end != .exited(0))
        #expect(try await container.tell("unshare -m true").end != .exited(0))
      }
    },
    ConformanceCase("a device of the machine cannot be read through a node of one's own", needs: .walls) {
      (bench) async throws in
      try await bench.withContainer { (container) async throws in
        // The memory of the machine, and its first disk.
        for (folder, type, numbers) in [("/tmp", "c", "1 1"), ("/dev", "b", "254 0"), ("/tmp", "b", "8 0")] {
          let node = "\(folder)/node-\(type)"
          #expect(
            try await container.tell("mknod \(node) \(type) \(numbers) && head -c 1 \(node)").end
              != .exited(0))
        }
      }
    },
    ConformanceCase("the usual devices are there and work", needs: .walls) { (bench) async throws in
      try await bench.withContainer { (container) async throws in
        #expect(
          try await container.does(
            "head -c 3 /dev/zero | wc -c; echo x >/dev/null; head -c 5 /dev/urandom | wc -c") == "3\n5\n")
        #expect(
          try await container.does(
            "test -d /dev/pts && test -d /dev/shm && echo y >/dev/shm/x && cat /dev/shm/x") == "y\n")
      }
    },
    ConformanceCase("a device that is given can be used", needs: .devices) { (bench) async throws in
      var spec = ContainerSpec()
      spec.devices = ["/dev/full:/dev/given:rw"]
      try await bench.withContainer(spec) { (container) async throws in
        #expect(try await container.does("test -c /dev/given; stat -c %t,%T /dev/given") == "1,7\n")
        #expect(try await container.tell("echo x >/dev/given").end != .exited(0))
      }
    },
    ConformanceCase("what steers the machine is closed", needs: .walls) { (bench) async throws in
      try await bench.withContainer { (container) async throws in
        #expect(try await container.tell("echo 1 >/proc/sys/vm/drop_caches").end != .exited(0))
        #expect(try await container.tell("echo h >/proc/sysrq-trigger").end != .exited(0))
        #expect(
          try await container.tell(
            "find /sys -name uevent -type f 2>/dev/null | head -1 | grep . && touch /sys/x"
          ).end != .exited(0))
        let writable =
          "find /sys/fs/cgroup -name cgroup.procs 2>/dev/null | while read f; do (echo 1 >>$f) 2>/dev/null && echo $f; done"
        #expect(try await container.tell(writable).output == "")
      }
    },
    ConformanceCase("a tmpfs is empty, and not in the image", needs: .mounts) { (bench) async throws in
      var spec = ContainerSpec()
      spec.tmpfs = ["/fast:size=1m"]
      let image = try await bench.withContainer(spec) { (container) async throws in
        try await container.does("grep -q '/fast tmpfs' /proc/mounts; echo x >/fast/file")
        return try await container.commit(ImageCommit())
      }
      #expect(try await bench.entry("/fast/file", of: image) == nil)
    },
    ConformanceCase("folders of the host are mounted, for reading or also for writing", needs: .mounts) {
      (bench) async throws in
      try bench.write("from the host\n", to: "shared/file")
      var spec = ContainerSpec()
      spec.mounts = [
        .init(source: bench.folder + "/shared", destination: "/shared"),
        .init(source: bench.folder + "/shared", destination: "/closed", isReadOnly: true),
      ]
      let image = try await bench.withContainer(spec) { (container) async throws in
        #expect(try await container.does("cat /shared/file /closed/file") == "from the host\nfrom the host\n")
        try await container.does("echo back >/shared/back")
        #expect(try await container.tell("echo no >/closed/no").end != .exited(0))
        return try await container.commit(ImageCommit())
      }
      #expect(
        try String(
          decoding: Disk(workingDirectory: "/").read(bench.folder + "/shared/back", limit: 9), as: UTF8.self)
          == "back\n")
      #expect(try await bench.entry("/shared", of: image)?.kind == .directory)
      #expect(try await bench.entry("/shared/file", of: image) == nil)
    },
    ConformanceCase("without a network there is the loopback alone", needs: .ownNetwork) {
      (bench) async throws in
      var spec = ContainerSpec()
      spec.network = .none
      try await bench.withContainer(spec) { (container) async throws in
        #expect(try await container.does("ls /sys/class/net") == "lo\n")
        #expect(try await container.does("ip addr show lo | grep -c 127.0.0.1") == "1\n")
      }
    },
    ConformanceCase("on the host's network its interfaces are seen", needs: .walls) { (bench) async throws in
      var spec = ContainerSpec()
      spec.network = .host
      let own = try Disk(workingDirectory: "/").list("/sys/class/net")
      try await bench.withContainer(spec) { (container) async throws in
        let seen = try await container.does("ls /sys/class/net").split(separator: "\n").map(String.init)
        #expect(Set(seen).isSuperset(of: own))
      }
    },
    ConformanceCase("names can be looked up as on the host") { (bench) async throws in
      var spec = ContainerSpec()
      spec.network = .host
      try await bench.withContainer(spec) { (container) async throws in
        #expect(
          try await container.does(
            "test -s /etc/hosts; grep -c localhost /etc/hosts | grep -v '^0'; test -f /etc/resolv.conf") != ""
        )
        try await container.does("test -n \"$(hostname)\"; cat /etc/hostname")
      }
    },
  ]
}
