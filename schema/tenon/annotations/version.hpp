// Which vocabulary these headers speak. It is raised with every change in what TENON(…) expands to
// and with every word, so that no tenon-generate misreads headers of another Tenon.
#pragma once

#define TENON_VOCABULARY_VERSION 3
