import Testing

@testable import Engine

extension ConformanceCase {
  static let lifetimes: [ConformanceCase] = [
    ConformanceCase("two containers at once know nothing of one another", needs: .walls) {
      (bench) async throws in
      try await bench.withContainer { (first) async throws in
        try await bench.withContainer { (second) async throws in
          #expect(first.id != second.id)
          try await first.does("echo first >/tmp/x")
          #expect(try await second.tell("cat /tmp/x").end != .exited(0))
          #expect(try await second.does("ps | grep -c '[s]leep' || true") == "0\n")
        }
        try await first.does("test -e /tmp/x")
      }
    },
    ConformanceCase("several containers start side by side") { (bench) async throws in
      let outputs = try await withThrowingTaskGroup(of: String.self) { group in
        for number in 0..<4 {
          group.addTask { try await bench.withContainer { try await $0.does("echo \(number)") } }
        }
        return try await group.reduce(into: Set<String>()) { $0.insert($1) }
      }
      #expect(outputs == ["0\n", "1\n", "2\n", "3\n"])
    },
    ConformanceCase("a container is gone after its scope, however that ends") { (bench) async throws in
      struct Deliberate: Error {}
      let first = try await bench.withContainer { $0.id }
      let kept = Kept()
      _ = await #expect(throws: Deliberate.self) {
        try await bench.withContainer { (container) async throws in
          await kept.keep(container)
          throw Deliberate()
        }
      }
      let container = try #require(await kept.container)
      #expect(container.id != first)
      #expect(try await container.tell("true").end == .disconnected)
    },
    ConformanceCase("a cancelled build leaves within two seconds") { (bench) async throws in
      let kept = Kept()
      let task = Task {
        try await bench.withContainer { (container) async throws in
          await kept.keep(container)
          _ = try await container.tell("trap '' TERM; sleep 300 & sleep 300")
        }
      }
      while await kept.container == nil { try await Task.sleep(for: .milliseconds(20)) }
      try await Task.sleep(for: .milliseconds(500))
      let clock = ContinuousClock()
      let began = clock.now
      task.cancel()
      _ = await task.result
      #expect(began.duration(to: clock.now) < .seconds(2))
      let container = try #require(await kept.container)
      #expect(try await container.tell("true").end == .disconnected)
    },
    ConformanceCase("a start that is cancelled leaves nothing") { (bench) async throws in
      for delay in [0, 5, 10, 20, 40, 80] {
        // How the command ends that is under way then is no matter here.
        let task = Task { try await bench.withContainer { _ = try await $0.tell("true") } }
        try await Task.sleep(for: .milliseconds(delay))
        task.cancel()
        _ = await task.result
      }
      #expect(try await bench.engine.removeLeftovers() == [])
    },
    ConformanceCase("a program that ends the container is told from one that ends itself", needs: .walls) {
      (bench) async throws in
      let image = try await bench.image(
        after: "true", ImageCommit(changes: ["ENTRYPOINT [\"/bin/sleep\"]", "CMD [\"2\"]"]))
      var spec = ContainerSpec()
      spec.process = .own
      try await bench.withContainer(of: image, spec) { (container) async throws in
        #expect(try await container.tell("exit 3").end == .exited(3))
        #expect(try await container.tell("sleep 60").end == .disconnected)
        #expect(try await container.tell("true").end == .disconnected)
      }
    },
    ConformanceCase("an image's own program runs as the image's user, in its folder") {
      (bench) async throws in
      let image = try await bench.image(
        after: "mkdir -m 777 /srv",
        ImageCommit(changes: [
          "ENTRYPOINT [\"/bin/sh\", \"-c\"]", "CMD [\"id -u >/srv/id; pwd >>/srv/id; exec sleep 60\"]",
          "USER nobody", "WORKDIR /srv",
        ]))
      var spec = ContainerSpec()
      spec.process = .own
      try await bench.withContainer(of: image, spec) { (container) async throws in
        for _ in 0..<50 {
          if try await container.tell("test $(wc -l </srv/id) = 2").end == .exited(0) { break }
          try await Task.sleep(for: .milliseconds(100))
        }
        #expect(try await container.does("cat /srv/id") == "65534\n/srv\n")
      }
    },
    ConformanceCase("an image that is not there cannot be started") { (bench) async throws in
      let absent = EngineImage(id: "sha256:" + String(repeating: "0", count: 64), name: "absent:1")
      await expect(.imageNotFound) { try await bench.withContainer(of: absent) { _ in } }
      #expect(try await bench.engine.image(named: "absent:1") == nil)
    },
    ConformanceCase("an image without a shell is refused, and leaves nothing") { (bench) async throws in
      let image = try await bench.image(after: "rm /bin/sh")
      await expect(.invalid) { try await bench.withContainer(of: image) { _ in } }
    },
    ConformanceCase("nothing is left of these cases but their images") { (bench) async throws in
      #expect(try await bench.engine.removeLeftovers() == [])
    },
  ]
}

/// A container that is kept longer than it lives.
private actor Kept {
  private(set) var container: (any RunningContainer)?

  func keep(_ container: any RunningContainer) { self.container = container }
}
