import Testing

@testable import Engine

@Suite struct CapabilitySetTests {
  private static let all = CapabilitySet(mask: (1 << 41) - 1)

  private func granted(
    add: [String] = [], drop: [String] = [], privileged: Bool = false, available: CapabilitySet = all
  ) throws -> [String] {
    var spec = ContainerSpec()
    spec.capabilitiesAdded = add
    spec.capabilitiesDropped = drop
    spec.privileged = privileged
    return try CapabilitySet.granted(to: spec, available: available).capabilities.map(\.name)
  }

  @Test func `a container has docker's fourteen capabilities`() throws {
    // The mask that `/proc/self/status` shows in a container of docker's.
    #expect(CapabilitySet.usual.mask == 0xA804_25FB)
    #expect(try granted().count == 14)
  }

  @Test func `capabilities are added and dropped by name, with or without CAP_`() throws {
    #expect(try granted(add: ["net_admin"]).contains("CAP_NET_ADMIN"))
    #expect(try !granted(drop: ["CAP_MKNOD"]).contains("CAP_MKNOD"))
    #expect(try granted(add: ["CHOWN"], drop: ["ALL"]) == ["CAP_CHOWN"])
    #expect(try granted(drop: ["all"]).isEmpty)
    #expect(try granted(add: ["ALL"], drop: ["SYS_ADMIN"]).count == 40)
    #expect(try granted(privileged: true).count == 41)
  }

  @Test func `nothing is given that this process does not hold`() throws {
    let few = CapabilitySet(mask: 0b1011)
    #expect(try granted(available: few) == ["CAP_CHOWN", "CAP_DAC_OVERRIDE", "CAP_FOWNER"])
    #expect(try granted(privileged: true, available: few).count == 3)
    #expect { try granted(add: ["SYS_ADMIN"], available: few) } throws: {
      ($0 as? EngineError)?.kind == .unavailable
    }
  }

  @Test func `an unknown name is refused`() {
    #expect { try granted(add: ["SUPERPOWERS"]) } throws: { ($0 as? EngineError)?.kind == .invalid }
  }
}
