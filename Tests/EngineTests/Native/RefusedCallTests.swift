import CLinux
import Testing

@testable import Engine

@Suite struct RefusedCallTests {
  @Test func `the kernel's filter knows every refused call`() {
    let names = RefusedCall.names(for: CapabilitySet(mask: 0))
    #expect(names.count > 10)
    for name in names { #expect(clinux_knows_call(name), "\(name)") }
  }

  @Test func `a capability that is given gives its calls`() {
    #expect(RefusedCall.names(for: .usual).contains("init_module"))
    #expect(!RefusedCall.names(for: CapabilitySet(mask: 1 << 16)).contains("init_module"))
    #expect(RefusedCall.refusesUserNamespaces(for: .usual))
    #expect(!RefusedCall.refusesUserNamespaces(for: CapabilitySet(mask: 1 << 21)))
  }
}
