import DataSyntax
import Glibc

/// The refused calls in the form that the runtime takes for a container's first process; all later ones are
/// filtered by the child that starts them.
struct SystemCallFilter: Sendable, Hashable {
  private let refused: [String]
  private let refusesUserNamespaces: Bool
  private static let newUserNamespace = 0x1000_0000

  init(for capabilities: CapabilitySet) {
    refused = RefusedCall.names(for: capabilities)
    refusesUserNamespaces = RefusedCall.refusesUserNamespaces(for: capabilities)
  }

  var json: JSONText {
    var calls = [Self.refusal(of: refused, EPERM)]
    if refusesUserNamespaces {
      calls.append(Self.refusal(of: ["clone", "unshare"], EPERM, ifFlag: Self.newUserNamespace))
      // Its flags lie in memory, where a filter cannot see them; programs fall back to clone.
      calls.append(Self.refusal(of: ["clone3"], ENOSYS))
    }
    return .members([
      ("defaultAction", .string("SCMP_ACT_ALLOW")), ("architectures", .strings(Self.architectures)),
      ("syscalls", .array(calls)),
    ])
  }

  private static var architectures: [String] {
    #if arch(x86_64)
      ["SCMP_ARCH_X86_64", "SCMP_ARCH_X86", "SCMP_ARCH_X32"]
    #else
      ["SCMP_ARCH_AARCH64", "SCMP_ARCH_ARM"]
    #endif
  }

  private static func refusal(of names: [String], _ code: Int32, ifFlag flag: Int? = nil) -> JSONText {
    let condition = flag.map { flag in
      JSONText.members([
        ("index", .integer(0)), ("value", .integer(flag)), ("valueTwo", .integer(flag)),
        ("op", .string("SCMP_CMP_MASKED_EQ")),
      ])
    }
    return .members([
      ("names", .strings(names)), ("action", .string("SCMP_ACT_ERRNO")), ("errnoRet", .integer(Int(code))),
      ("args", condition.map { .array([$0]) }),
    ])
  }
}
