#ifndef OVENPROOF_CAPABILITIES_H
#define OVENPROOF_CAPABILITIES_H

#include <stdint.h>

/// Capability sets are masks, bit N for capability N (capabilities(7)).

/// What this process and its children could ever hold.
uint64_t clinux_bounding_capabilities(void);

/// What this process may do now.
uint64_t clinux_effective_capabilities(void);

/// Removes from the bounding set all that is not in the mask.
int clinux_limit_capabilities(uint64_t mask);

/// Makes the mask the permitted and effective set; nothing is inheritable or ambient.
int clinux_set_capabilities(uint64_t mask);

#endif
