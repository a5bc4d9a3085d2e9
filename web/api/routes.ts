// Made from the description of the interface by `npm run client`; not written by hand.

export interface Routes {
  /**
   * The programmes a locality can walk
   */
  'GET /api/programmes': {
    params: undefined;
    query: undefined;
    body: undefined;
    version: undefined;
    answer: {
      items: {
        id: string;
        version: number;
        name: {
          es: string;
          en: string;
        };
        source?: string;
        stages: {
          key: string;
          name: {
            es: string;
            en: string;
          };
          workingDays: number;
          activities?: {
            key: string;
            name: {
              es: string;
              en: string;
            };
            required: boolean;
            evidence: boolean;
            steps?: {
              key: string;
              name: {
                es: string;
                en: string;
              };
            }[];
          }[];
          criteria?: (
            | {
                type: 'required-activities';
              }
            | {
                type: 'meeting-held';
                activity: string;
                minimum: number;
              }
            | {
                type: 'people-trained';
                activity: string;
                minimum: number;
              }
            | {
                type: 'commitments';
                minimum: number;
                sectors: boolean;
              }
            | {
                type: 'commitments-fulfilled';
                minimumPercent: number;
              }
            | {
                type: 'targeting-decided';
              }
            | {
                type: 'survey-wave';
                wave: 'baseline' | 'follow-up';
                minimumRespondents: number;
              }
            | {
                type: 'baseline-compared';
              }
          )[];
          tracks?: {
            key: string;
            name: {
              es: string;
              en: string;
            };
            activities: {
              key: string;
              name: {
                es: string;
                en: string;
              };
              required: boolean;
              evidence: boolean;
              steps?: {
                key: string;
                name: {
                  es: string;
                  en: string;
                };
              }[];
            }[];
            criteria: (
              | {
                  type: 'required-activities';
                }
              | {
                  type: 'meeting-held';
                  activity: string;
                  minimum: number;
                }
              | {
                  type: 'people-trained';
                  activity: string;
                  minimum: number;
                }
              | {
                  type: 'commitments';
                  minimum: number;
                  sectors: boolean;
                }
              | {
                  type: 'commitments-fulfilled';
                  minimumPercent: number;
                }
              | {
                  type: 'targeting-decided';
                }
              | {
                  type: 'survey-wave';
                  wave: 'baseline' | 'follow-up';
                  minimumRespondents: number;
                }
              | {
                  type: 'baseline-compared';
                }
            )[];
          }[];
        }[];
      }[];
      nextCursor?: string;
    };
  };
  /**
   * One programme: its stages, activities and criteria
   */
  'GET /api/programmes/{programme}': {
    params: {
      programme: string;
    };
    query: {
      version?: number;
    };
    body: undefined;
    version: undefined;
    answer: {
      id: string;
      version: number;
      name: {
        es: string;
        en: string;
      };
      source?: string;
      stages: {
        key: string;
        name: {
          es: string;
          en: string;
        };
        workingDays: number;
        activities?: {
          key: string;
          name: {
            es: string;
            en: string;
          };
          required: boolean;
          evidence: boolean;
          steps?: {
            key: string;
            name: {
              es: string;
              en: string;
            };
          }[];
        }[];
        criteria?: (
          | {
              type: 'required-activities';
            }
          | {
              type: 'meeting-held';
              activity: string;
              minimum: number;
            }
          | {
              type: 'people-trained';
              activity: string;
              minimum: number;
            }
          | {
              type: 'commitments';
              minimum: number;
              sectors: boolean;
            }
          | {
              type: 'commitments-fulfilled';
              minimumPercent: number;
            }
          | {
              type: 'targeting-decided';
            }
          | {
              type: 'survey-wave';
              wave: 'baseline' | 'follow-up';
              minimumRespondents: number;
            }
          | {
              type: 'baseline-compared';
            }
        )[];
        tracks?: {
          key: string;
          name: {
            es: string;
            en: string;
          };
          activities: {
            key: string;
            name: {
              es: string;
              en: string;
            };
            required: boolean;
            evidence: boolean;
            steps?: {
              key: string;
              name: {
                es: string;
                en: string;
              };
            }[];
          }[];
          criteria: (
            | {
                type: 'required-activities';
              }
            | {
                type: 'meeting-held';
                activity: string;
                minimum: number;
              }
            | {
                type: 'people-trained';
                activity: string;
                minimum: number;
              }
            | {
                type: 'commitments';
                minimum: number;
                sectors: boolean;
              }
            | {
                type: 'commitments-fulfilled';
                minimumPercent: number;
              }
            | {
                type: 'targeting-decided';
              }
            | {
                type: 'survey-wave';
                wave: 'baseline' | 'follow-up';
                minimumRespondents: number;
              }
            | {
                type: 'baseline-compared';
              }
          )[];
        }[];
      }[];
    };
  };
  /**
   * Begin a programme in a locality
   */
  'POST /api/localities': {
    params: undefined;
    query: undefined;
    body: {
      name: string;
      programme: string;
      code?: string;
      population?: number;
      geometry?:
        | {
            type: 'Polygon';
            coordinates: [number, number][][];
          }
        | {
            type: 'MultiPolygon';
            coordinates: [number, number][][][];
          };
      coordinators?: string[];
    };
    version: number | undefined;
    answer: {
      id: string;
      name: string;
      code?: string;
      population?: number;
      coordinators: string[];
      programme: string;
      programmeVersion: number;
      status: 'active' | 'on-hold' | 'completed' | 'closed';
      health: 'on-track' | 'due-soon' | 'overdue';
      current: {
        stage: string;
        track?: string;
        visit: number;
        openedOn: string;
        targetOn: string;
        gate: 'open' | 'in-review';
      }[];
      overrides: {
        stage: string;
        track?: string;
        visit: number;
        expiresOn: string;
      }[];
      generation: number;
      createdOn: string;
      version: number;
    };
  };
  /**
   * Localities by stage, status, health or name
   */
  'GET /api/localities': {
    params: undefined;
    query: {
      limit?: number;
      cursor?: string;
      stage?: string;
      status?: 'active' | 'on-hold' | 'completed' | 'closed';
      health?: 'on-track' | 'due-soon' | 'overdue';
      q?: string;
    };
    body: undefined;
    version: undefined;
    answer: {
      items: {
        id: string;
        name: string;
        code?: string;
        population?: number;
        coordinators: string[];
        programme: string;
        programmeVersion: number;
        status: 'active' | 'on-hold' | 'completed' | 'closed';
        health: 'on-track' | 'due-soon' | 'overdue';
        current: {
          stage: string;
          track?: string;
          visit: number;
          openedOn: string;
          targetOn: string;
          gate: 'open' | 'in-review';
        }[];
        overrides: {
          stage: string;
          track?: string;
          visit: number;
          expiresOn: string;
        }[];
        generation: number;
        createdOn: string;
        version: number;
      }[];
      nextCursor?: string;
    };
  };
  /**
   * One locality
   */
  'GET /api/localities/{id}': {
    params: {
      id: string;
    };
    query: undefined;
    body: undefined;
    version: undefined;
    answer: {
      id: string;
      name: string;
      code?: string;
      population?: number;
      coordinators: string[];
      programme: string;
      programmeVersion: number;
      status: 'active' | 'on-hold' | 'completed' | 'closed';
      health: 'on-track' | 'due-soon' | 'overdue';
      current: {
        stage: string;
        track?: string;
        visit: number;
        openedOn: string;
        targetOn: string;
        gate: 'open' | 'in-review';
      }[];
      overrides: {
        stage: string;
        track?: string;
        visit: number;
        expiresOn: string;
      }[];
      generation: number;
      createdOn: string;
      version: number;
      geometry?:
        | {
            type: 'Polygon';
            coordinates: [number, number][][];
          }
        | {
            type: 'MultiPolygon';
            coordinates: [number, number][][][];
          };
      plan: {
        first: {
          stage: string;
          startOn: string;
          targetOn: string;
        }[];
        current: {
          stage: string;
          startOn: string;
          targetOn: string;
        }[];
      };
    };
  };
  /**
   * Correct the particulars of a locality
   */
  'PATCH /api/localities/{id}': {
    params: {
      id: string;
    };
    query: undefined;
    body: {
      name?: string;
      code?: string;
      population?: number;
      geometry?:
        | {
            type: 'Polygon';
            coordinates: [number, number][][];
          }
        | {
            type: 'MultiPolygon';
            coordinates: [number, number][][][];
          };
      coordinators?: string[];
    };
    version: number;
    answer: {
      id: string;
      name: string;
      code?: string;
      population?: number;
      coordinators: string[];
      programme: string;
      programmeVersion: number;
      status: 'active' | 'on-hold' | 'completed' | 'closed';
      health: 'on-track' | 'due-soon' | 'overdue';
      current: {
        stage: string;
        track?: string;
        visit: number;
        openedOn: string;
        targetOn: string;
        gate: 'open' | 'in-review';
      }[];
      overrides: {
        stage: string;
        track?: string;
        visit: number;
        expiresOn: string;
      }[];
      generation: number;
      createdOn: string;
      version: number;
    };
  };
  /**
   * Outlines of the localities for a map, less detailed than their territories
   */
  'GET /api/territories': {
    params: undefined;
    query: {
      limit?: number;
      cursor?: string;
    };
    body: undefined;
    version: undefined;
    answer: {
      items: {
        locality: string;
        outline:
          | {
              type: 'Polygon';
              coordinates: [number, number][][];
            }
          | {
              type: 'MultiPolygon';
              coordinates: [number, number][][][];
            };
      }[];
      nextCursor?: string;
    };
  };
  /**
   * Every stage with its visits, activities and decisions
   */
  'GET /api/localities/{id}/stages': {
    params: {
      id: string;
    };
    query: undefined;
    body: undefined;
    version: undefined;
    answer: {
      items: {
        stage: string;
        name: {
          es: string;
          en: string;
        };
        tracks?: {
          key: string;
          name: {
            es: string;
            en: string;
          };
        }[];
        state: 'ahead' | 'current' | 'behind';
        planned?: {
          startOn: string;
          targetOn: string;
        };
        visits: {
          visit: number;
          track?: string;
          openedOn: string;
          targetOn: string;
          endedOn?: string;
          activities: {
            status: 'open' | 'done' | 'not-applicable';
            note?: string;
            evidence: {
              title: string;
              url?: string;
              fileId?: string;
            }[];
            figures?: {
              meetingsHeld?: number;
              peopleTrained?: number;
            };
            changedBy?: string;
            changedAt?: string;
            key: string;
            name: {
              es: string;
              en: string;
            };
            version: number;
            required: boolean;
            steps?: {
              status: 'open' | 'done' | 'not-applicable';
              note?: string;
              evidence: {
                title: string;
                url?: string;
                fileId?: string;
              }[];
              figures?: {
                meetingsHeld?: number;
                peopleTrained?: number;
              };
              changedBy?: string;
              changedAt?: string;
              key: string;
              name: {
                es: string;
                en: string;
              };
              version: number;
            }[];
          }[];
          surveys: {
            [k: string]:
              | {
                  checksum: string;
                  respondents: number;
                  compared: number;
                  revision: number;
                }
              | undefined;
          };
          targeting?: {
            ranking: string;
            revision: number;
          };
          review?: {
            requestedBy: string;
            requestedAt: string;
            note?: string;
            override?: {
              by: string;
              reason: string;
              expiresOn: string;
              unmet: string[];
            };
          };
          decisions: {
            outcome: 'advance' | 'return' | 'hold' | 'close';
            reason: string;
            toStage?: string;
            decidedBy: string;
            decidedAt: string;
            review?: {
              requestedBy: string;
              requestedAt: string;
              note?: string;
              override?: {
                by: string;
                reason: string;
                expiresOn: string;
                unmet: string[];
              };
            };
          }[];
        }[];
      }[];
      nextCursor?: string;
    };
  };
  /**
   * Record what is known of an activity, or of a step within it
   */
  'PUT /api/localities/{id}/stages/{stage}/activities/{activity}': {
    params: {
      id: string;
      stage: string;
      activity: string;
    };
    query: undefined;
    body: {
      status: 'open' | 'done' | 'not-applicable';
      note?: string;
      evidence?: {
        title: string;
        url?: string;
        fileId?: string;
      }[];
      figures?: {
        meetingsHeld?: number;
        peopleTrained?: number;
      };
    };
    version: number;
    answer: {
      status: 'open' | 'done' | 'not-applicable';
      note?: string;
      evidence: {
        title: string;
        url?: string;
        fileId?: string;
      }[];
      figures?: {
        meetingsHeld?: number;
        peopleTrained?: number;
      };
      changedBy: string;
      changedAt: string;
      key: string;
      version: number;
    };
  };
  /**
   * What the gate asks for, and what is missing
   */
  'GET /api/localities/{id}/gate': {
    params: {
      id: string;
    };
    query: {
      track?: string;
    };
    body: undefined;
    version: undefined;
    answer: {
      stage: string;
      track?: string;
      visit: number;
      state: 'open' | 'in-review' | 'passed';
      ready: boolean;
      criteria: {
        type: string;
        met: boolean;
        detail: string;
        activity?: string;
      }[];
      missing: {
        criterion: string;
        what: string;
        activity?: string;
      }[];
      review?: {
        requestedBy: string;
        requestedAt: string;
        note?: string;
        override?: {
          by: string;
          reason: string;
          expiresOn: string;
          unmet: string[];
        };
      };
      fourEyes: boolean;
      version: number;
    };
  };
  /**
   * Ask for a review of the gate
   */
  'POST /api/localities/{id}/gate/reviews': {
    params: {
      id: string;
    };
    query: undefined;
    body: {
      track?: string;
      note?: string;
      override?: {
        reason: string;
        expiresOn: string;
      };
    };
    version: number | undefined;
    answer: {
      requestedBy: string;
      requestedAt: string;
      note?: string;
      override?: {
        by: string;
        reason: string;
        expiresOn: string;
        unmet: string[];
      };
      version: number;
    };
  };
  /**
   * Decide the gate
   */
  'POST /api/localities/{id}/gate/decisions': {
    params: {
      id: string;
    };
    query: undefined;
    body: {
      track?: string;
      outcome: 'advance' | 'return' | 'hold' | 'close';
      reason: string;
      toStage?: string;
    };
    version: number | undefined;
    answer: {
      outcome: 'advance' | 'return' | 'hold' | 'close';
      status: 'active' | 'on-hold' | 'completed' | 'closed';
      stage?: string;
      version: number;
    };
  };
  /**
   * Resume a locality after a hold
   */
  'POST /api/localities/{id}/resume': {
    params: {
      id: string;
    };
    query: undefined;
    body: Record<string, never>;
    version: number | undefined;
    answer: {
      id: string;
      name: string;
      code?: string;
      population?: number;
      coordinators: string[];
      programme: string;
      programmeVersion: number;
      status: 'active' | 'on-hold' | 'completed' | 'closed';
      health: 'on-track' | 'due-soon' | 'overdue';
      current: {
        stage: string;
        track?: string;
        visit: number;
        openedOn: string;
        targetOn: string;
        gate: 'open' | 'in-review';
      }[];
      overrides: {
        stage: string;
        track?: string;
        visit: number;
        expiresOn: string;
      }[];
      generation: number;
      createdOn: string;
      version: number;
    };
  };
  /**
   * The history of a locality
   */
  'GET /api/localities/{id}/history': {
    params: {
      id: string;
    };
    query: {
      limit?: number;
      cursor?: string;
      newestFirst?: string;
    };
    body: undefined;
    version: undefined;
    answer: {
      items: {
        seq: number;
        at: string;
        actor: string;
        action: string;
        detail: {
          [k: string]: unknown | undefined;
        };
        previousHash: string;
        hash: string;
      }[];
      nextCursor?: string;
    };
  };
  /**
   * Counts by stage, health and status, and what falls due next
   */
  'GET /api/portfolio': {
    params: undefined;
    query: undefined;
    body: undefined;
    version: undefined;
    answer: {
      localities: number;
      status: {
        [k: string]: number | undefined;
      };
      health: {
        [k: string]: number | undefined;
      };
      stages: {
        programme: string;
        stage: string;
        localities: number;
      }[];
      commitments: {
        total: number;
        status: {
          [k: string]: number | undefined;
        };
      };
      nextDue: {
        locality: string;
        name: string;
        stage: string;
        track?: string;
        targetOn: string;
      }[];
    };
  };
  /**
   * Record a stakeholder
   */
  'POST /api/stakeholders': {
    params: undefined;
    query: undefined;
    body: {
      name: string;
      organization?: string;
      sector: 'social' | 'school' | 'government' | 'business' | 'religious' | 'community';
      level?: 'federal' | 'state' | 'municipal' | 'community';
      email?: string;
      language?: 'es' | 'en';
      localities?: string[];
      consent?: {
        givenOn: string;
        how: string;
      };
    };
    version: number | undefined;
    answer: {
      id: string;
      sector: 'social' | 'school' | 'government' | 'business' | 'religious' | 'community';
      level?: 'federal' | 'state' | 'municipal' | 'community';
      language: 'es' | 'en';
      localities: string[];
      reachable: boolean;
      suppressed?: {
        reason: 'bounce' | 'complaint' | 'unsubscribed';
        at: string;
      };
      erasedOn?: string;
      createdAt: string;
      createdBy: string;
      name?: string;
      organization?: string;
      email?: string;
      consent?: {
        givenOn: string;
        how: string;
      };
      version: number;
    };
  };
  /**
   * Stakeholders by locality, sector or name
   */
  'GET /api/stakeholders': {
    params: undefined;
    query: {
      limit?: number;
      cursor?: string;
      locality?: string;
      sector?: 'social' | 'school' | 'government' | 'business' | 'religious' | 'community';
      reachable?: string;
      suppressed?: string;
      q?: string;
    };
    body: undefined;
    version: undefined;
    answer: {
      items: {
        id: string;
        sector: 'social' | 'school' | 'government' | 'business' | 'religious' | 'community';
        level?: 'federal' | 'state' | 'municipal' | 'community';
        language: 'es' | 'en';
        localities: string[];
        reachable: boolean;
        suppressed?: {
          reason: 'bounce' | 'complaint' | 'unsubscribed';
          at: string;
        };
        erasedOn?: string;
        createdAt: string;
        createdBy: string;
        name?: string;
        organization?: string;
        email?: string;
        consent?: {
          givenOn: string;
          how: string;
        };
        version: number;
      }[];
      nextCursor?: string;
    };
  };
  /**
   * One stakeholder
   */
  'GET /api/stakeholders/{id}': {
    params: {
      id: string;
    };
    query: undefined;
    body: undefined;
    version: undefined;
    answer: {
      id: string;
      sector: 'social' | 'school' | 'government' | 'business' | 'religious' | 'community';
      level?: 'federal' | 'state' | 'municipal' | 'community';
      language: 'es' | 'en';
      localities: string[];
      reachable: boolean;
      suppressed?: {
        reason: 'bounce' | 'complaint' | 'unsubscribed';
        at: string;
      };
      erasedOn?: string;
      createdAt: string;
      createdBy: string;
      name?: string;
      organization?: string;
      email?: string;
      consent?: {
        givenOn: string;
        how: string;
      };
      version: number;
    };
  };
  /**
   * Correct what is known of a stakeholder
   */
  'PATCH /api/stakeholders/{id}': {
    params: {
      id: string;
    };
    query: undefined;
    body: {
      name?: string;
      organization?: string | null;
      sector?: 'social' | 'school' | 'government' | 'business' | 'religious' | 'community';
      level?: ('federal' | 'state' | 'municipal' | 'community') | null;
      email?: string | null;
      language?: 'es' | 'en';
      localities?: string[];
      consent?: {
        givenOn: string;
        how: string;
      } | null;
    };
    version: number;
    answer: {
      id: string;
      sector: 'social' | 'school' | 'government' | 'business' | 'religious' | 'community';
      level?: 'federal' | 'state' | 'municipal' | 'community';
      language: 'es' | 'en';
      localities: string[];
      reachable: boolean;
      suppressed?: {
        reason: 'bounce' | 'complaint' | 'unsubscribed';
        at: string;
      };
      erasedOn?: string;
      createdAt: string;
      createdBy: string;
      name?: string;
      organization?: string;
      email?: string;
      consent?: {
        givenOn: string;
        how: string;
      };
      version: number;
    };
  };
  /**
   * Erase the contact data of a stakeholder
   */
  'DELETE /api/stakeholders/{id}': {
    params: {
      id: string;
    };
    query: undefined;
    body: undefined;
    version: number;
    answer: {
      id: string;
      sector: 'social' | 'school' | 'government' | 'business' | 'religious' | 'community';
      level?: 'federal' | 'state' | 'municipal' | 'community';
      language: 'es' | 'en';
      localities: string[];
      reachable: boolean;
      suppressed?: {
        reason: 'bounce' | 'complaint' | 'unsubscribed';
        at: string;
      };
      erasedOn?: string;
      createdAt: string;
      createdBy: string;
      name?: string;
      organization?: string;
      email?: string;
      consent?: {
        givenOn: string;
        how: string;
      };
      version: number;
    };
  };
  /**
   * All that is kept of a stakeholder
   */
  'GET /api/stakeholders/{id}/export': {
    params: {
      id: string;
    };
    query: undefined;
    body: undefined;
    version: undefined;
    answer: {
      stakeholder: {
        id: string;
        sector: 'social' | 'school' | 'government' | 'business' | 'religious' | 'community';
        level?: 'federal' | 'state' | 'municipal' | 'community';
        language: 'es' | 'en';
        localities: string[];
        reachable: boolean;
        suppressed?: {
          reason: 'bounce' | 'complaint' | 'unsubscribed';
          at: string;
        };
        erasedOn?: string;
        createdAt: string;
        createdBy: string;
        name?: string;
        organization?: string;
        email?: string;
        consent?: {
          givenOn: string;
          how: string;
        };
        version: number;
      };
      commitments: {
        locality: string;
        name: string;
        commitments: {
          action: string;
          responsible?: string;
          coResponsible: string[];
          supportingProgramme?:
            | 'safe-schools'
            | 'new-life-centers'
            | 'public-spaces'
            | 'habitat'
            | 'oportunidades'
            | 'estancias-infantiles'
            | 'empleo-temporal'
            | 'jornada-ampliada'
            | 'mejora-del-logro-educativo'
            | 'habilidades-digitales'
            | 'comunidades-saludables'
            | 'prevencion-violencia-familiar'
            | 'microempresas'
            | 'mexico-emprende'
            | 'emprendedores'
            | 'franquicias'
            | 'policia-de-proximidad'
            | 'capacitacion-de-maestros'
            | 'seguridad-comunitaria'
            | 'derechos-humanos';
          policyArea?:
            | 'security'
            | 'economic-development'
            | 'employment'
            | 'health'
            | 'education-culture-sports'
            | 'social-development';
          dueOn?: string;
          budget?: {
            amount: number;
            currency: 'MXN' | 'USD';
          };
          status: 'pending' | 'in-progress' | 'fulfilled' | 'cancelled';
          progress: number;
          note?: string;
          evidence: {
            title: string;
            url?: string;
            fileId?: string;
          }[];
          locality: string;
          sector?: 'social' | 'school' | 'government' | 'business' | 'religious' | 'community';
          remindOn?: string;
          remindedOn?: string;
          escalatedOn?: string;
          answer?: {
            answer: 'fulfilled' | 'in-progress' | 'cannot';
            note?: string;
            at: string;
            from: {
              status: 'pending' | 'in-progress' | 'fulfilled' | 'cancelled';
              progress: number;
            };
          };
          createdAt: string;
          id: string;
          version: number;
        }[];
      }[];
      mails: {
        at: string;
        kind: 'digest' | 'fresh-link';
        state: 'queued' | 'leased' | 'waiting' | 'held' | 'sent' | 'failed' | 'suppressed' | 'kept';
        commitments: string[];
      }[];
      history: {
        seq: number;
        at: string;
        actor: string;
        action: string;
        detail: {
          [k: string]: unknown | undefined;
        };
        previousHash: string;
        hash: string;
      }[];
    };
  };
  /**
   * Revoke all links sent to a stakeholder
   */
  'POST /api/stakeholders/{id}/links/revoke': {
    params: {
      id: string;
    };
    query: undefined;
    body: Record<string, never>;
    version: number | undefined;
    answer: {
      id: string;
      sector: 'social' | 'school' | 'government' | 'business' | 'religious' | 'community';
      level?: 'federal' | 'state' | 'municipal' | 'community';
      language: 'es' | 'en';
      localities: string[];
      reachable: boolean;
      suppressed?: {
        reason: 'bounce' | 'complaint' | 'unsubscribed';
        at: string;
      };
      erasedOn?: string;
      createdAt: string;
      createdBy: string;
      name?: string;
      organization?: string;
      email?: string;
      consent?: {
        givenOn: string;
        how: string;
      };
      version: number;
    };
  };
  /**
   * Add a commitment to the matrix of a locality
   */
  'POST /api/localities/{id}/commitments': {
    params: {
      id: string;
    };
    query: undefined;
    body: {
      action: string;
      responsible?: string;
      coResponsible?: string[];
      supportingProgramme?:
        | 'safe-schools'
        | 'new-life-centers'
        | 'public-spaces'
        | 'habitat'
        | 'oportunidades'
        | 'estancias-infantiles'
        | 'empleo-temporal'
        | 'jornada-ampliada'
        | 'mejora-del-logro-educativo'
        | 'habilidades-digitales'
        | 'comunidades-saludables'
        | 'prevencion-violencia-familiar'
        | 'microempresas'
        | 'mexico-emprende'
        | 'emprendedores'
        | 'franquicias'
        | 'policia-de-proximidad'
        | 'capacitacion-de-maestros'
        | 'seguridad-comunitaria'
        | 'derechos-humanos';
      policyArea?:
        | 'security'
        | 'economic-development'
        | 'employment'
        | 'health'
        | 'education-culture-sports'
        | 'social-development';
      dueOn?: string;
      budget?: {
        amount: number;
        currency?: 'MXN' | 'USD';
      };
      status?: 'pending' | 'in-progress' | 'fulfilled' | 'cancelled';
      progress?: number;
      note?: string;
      evidence?: {
        title: string;
        url?: string;
        fileId?: string;
      }[];
    };
    version: number | undefined;
    answer: {
      action: string;
      responsible?: string;
      coResponsible: string[];
      supportingProgramme?:
        | 'safe-schools'
        | 'new-life-centers'
        | 'public-spaces'
        | 'habitat'
        | 'oportunidades'
        | 'estancias-infantiles'
        | 'empleo-temporal'
        | 'jornada-ampliada'
        | 'mejora-del-logro-educativo'
        | 'habilidades-digitales'
        | 'comunidades-saludables'
        | 'prevencion-violencia-familiar'
        | 'microempresas'
        | 'mexico-emprende'
        | 'emprendedores'
        | 'franquicias'
        | 'policia-de-proximidad'
        | 'capacitacion-de-maestros'
        | 'seguridad-comunitaria'
        | 'derechos-humanos';
      policyArea?:
        | 'security'
        | 'economic-development'
        | 'employment'
        | 'health'
        | 'education-culture-sports'
        | 'social-development';
      dueOn?: string;
      budget?: {
        amount: number;
        currency: 'MXN' | 'USD';
      };
      status: 'pending' | 'in-progress' | 'fulfilled' | 'cancelled';
      progress: number;
      note?: string;
      evidence: {
        title: string;
        url?: string;
        fileId?: string;
      }[];
      locality: string;
      sector?: 'social' | 'school' | 'government' | 'business' | 'religious' | 'community';
      remindOn?: string;
      remindedOn?: string;
      escalatedOn?: string;
      answer?: {
        answer: 'fulfilled' | 'in-progress' | 'cannot';
        note?: string;
        at: string;
        from: {
          status: 'pending' | 'in-progress' | 'fulfilled' | 'cancelled';
          progress: number;
        };
      };
      createdAt: string;
      id: string;
      version: number;
    };
  };
  /**
   * The commitment matrix of a locality
   */
  'GET /api/localities/{id}/commitments': {
    params: {
      id: string;
    };
    query: {
      limit?: number;
      cursor?: string;
      status?: 'pending' | 'in-progress' | 'fulfilled' | 'cancelled';
      sector?: 'social' | 'school' | 'government' | 'business' | 'religious' | 'community';
      responsible?: string;
    };
    body: undefined;
    version: undefined;
    answer: {
      items: {
        action: string;
        responsible?: string;
        coResponsible: string[];
        supportingProgramme?:
          | 'safe-schools'
          | 'new-life-centers'
          | 'public-spaces'
          | 'habitat'
          | 'oportunidades'
          | 'estancias-infantiles'
          | 'empleo-temporal'
          | 'jornada-ampliada'
          | 'mejora-del-logro-educativo'
          | 'habilidades-digitales'
          | 'comunidades-saludables'
          | 'prevencion-violencia-familiar'
          | 'microempresas'
          | 'mexico-emprende'
          | 'emprendedores'
          | 'franquicias'
          | 'policia-de-proximidad'
          | 'capacitacion-de-maestros'
          | 'seguridad-comunitaria'
          | 'derechos-humanos';
        policyArea?:
          | 'security'
          | 'economic-development'
          | 'employment'
          | 'health'
          | 'education-culture-sports'
          | 'social-development';
        dueOn?: string;
        budget?: {
          amount: number;
          currency: 'MXN' | 'USD';
        };
        status: 'pending' | 'in-progress' | 'fulfilled' | 'cancelled';
        progress: number;
        note?: string;
        evidence: {
          title: string;
          url?: string;
          fileId?: string;
        }[];
        locality: string;
        sector?: 'social' | 'school' | 'government' | 'business' | 'religious' | 'community';
        remindOn?: string;
        remindedOn?: string;
        escalatedOn?: string;
        answer?: {
          answer: 'fulfilled' | 'in-progress' | 'cannot';
          note?: string;
          at: string;
          from: {
            status: 'pending' | 'in-progress' | 'fulfilled' | 'cancelled';
            progress: number;
          };
        };
        createdAt: string;
        id: string;
        version: number;
      }[];
      nextCursor?: string;
      missingSectors: ('social' | 'school' | 'government' | 'business' | 'religious' | 'community')[];
    };
  };
  /**
   * Actions and budget by policy area
   */
  'GET /api/commitments/roll-up': {
    params: undefined;
    query: undefined;
    body: undefined;
    version: undefined;
    answer: {
      policyAreas: {
        actions: number;
        budget: {
          [k: string]: number | undefined;
        };
        policyArea:
          | 'security'
          | 'economic-development'
          | 'employment'
          | 'health'
          | 'education-culture-sports'
          | 'social-development';
        name: {
          es: string;
          en: string;
        };
      }[];
      without: {
        actions: number;
        budget: {
          [k: string]: number | undefined;
        };
      };
      total: {
        actions: number;
        budget: {
          [k: string]: number | undefined;
        };
      };
    };
  };
  /**
   * One commitment
   */
  'GET /api/commitments/{id}': {
    params: {
      id: string;
    };
    query: undefined;
    body: undefined;
    version: undefined;
    answer: {
      action: string;
      responsible?: string;
      coResponsible: string[];
      supportingProgramme?:
        | 'safe-schools'
        | 'new-life-centers'
        | 'public-spaces'
        | 'habitat'
        | 'oportunidades'
        | 'estancias-infantiles'
        | 'empleo-temporal'
        | 'jornada-ampliada'
        | 'mejora-del-logro-educativo'
        | 'habilidades-digitales'
        | 'comunidades-saludables'
        | 'prevencion-violencia-familiar'
        | 'microempresas'
        | 'mexico-emprende'
        | 'emprendedores'
        | 'franquicias'
        | 'policia-de-proximidad'
        | 'capacitacion-de-maestros'
        | 'seguridad-comunitaria'
        | 'derechos-humanos';
      policyArea?:
        | 'security'
        | 'economic-development'
        | 'employment'
        | 'health'
        | 'education-culture-sports'
        | 'social-development';
      dueOn?: string;
      budget?: {
        amount: number;
        currency: 'MXN' | 'USD';
      };
      status: 'pending' | 'in-progress' | 'fulfilled' | 'cancelled';
      progress: number;
      note?: string;
      evidence: {
        title: string;
        url?: string;
        fileId?: string;
      }[];
      locality: string;
      sector?: 'social' | 'school' | 'government' | 'business' | 'religious' | 'community';
      remindOn?: string;
      remindedOn?: string;
      escalatedOn?: string;
      answer?: {
        answer: 'fulfilled' | 'in-progress' | 'cannot';
        note?: string;
        at: string;
        from: {
          status: 'pending' | 'in-progress' | 'fulfilled' | 'cancelled';
          progress: number;
        };
      };
      createdAt: string;
      id: string;
      version: number;
    };
  };
  /**
   * Change a commitment
   */
  'PATCH /api/commitments/{id}': {
    params: {
      id: string;
    };
    query: undefined;
    body: {
      action?: string;
      responsible?: string | null;
      coResponsible?: string[];
      supportingProgramme?:
        | (
            | 'safe-schools'
            | 'new-life-centers'
            | 'public-spaces'
            | 'habitat'
            | 'oportunidades'
            | 'estancias-infantiles'
            | 'empleo-temporal'
            | 'jornada-ampliada'
            | 'mejora-del-logro-educativo'
            | 'habilidades-digitales'
            | 'comunidades-saludables'
            | 'prevencion-violencia-familiar'
            | 'microempresas'
            | 'mexico-emprende'
            | 'emprendedores'
            | 'franquicias'
            | 'policia-de-proximidad'
            | 'capacitacion-de-maestros'
            | 'seguridad-comunitaria'
            | 'derechos-humanos'
          )
        | null;
      policyArea?:
        | (
            | 'security'
            | 'economic-development'
            | 'employment'
            | 'health'
            | 'education-culture-sports'
            | 'social-development'
          )
        | null;
      dueOn?: string | null;
      budget?: {
        amount: number;
        currency?: 'MXN' | 'USD';
      } | null;
      status?: 'pending' | 'in-progress' | 'fulfilled' | 'cancelled';
      progress?: number;
      note?: string | null;
      evidence?: {
        title: string;
        url?: string;
        fileId?: string;
      }[];
    };
    version: number;
    answer: {
      action: string;
      responsible?: string;
      coResponsible: string[];
      supportingProgramme?:
        | 'safe-schools'
        | 'new-life-centers'
        | 'public-spaces'
        | 'habitat'
        | 'oportunidades'
        | 'estancias-infantiles'
        | 'empleo-temporal'
        | 'jornada-ampliada'
        | 'mejora-del-logro-educativo'
        | 'habilidades-digitales'
        | 'comunidades-saludables'
        | 'prevencion-violencia-familiar'
        | 'microempresas'
        | 'mexico-emprende'
        | 'emprendedores'
        | 'franquicias'
        | 'policia-de-proximidad'
        | 'capacitacion-de-maestros'
        | 'seguridad-comunitaria'
        | 'derechos-humanos';
      policyArea?:
        | 'security'
        | 'economic-development'
        | 'employment'
        | 'health'
        | 'education-culture-sports'
        | 'social-development';
      dueOn?: string;
      budget?: {
        amount: number;
        currency: 'MXN' | 'USD';
      };
      status: 'pending' | 'in-progress' | 'fulfilled' | 'cancelled';
      progress: number;
      note?: string;
      evidence: {
        title: string;
        url?: string;
        fileId?: string;
      }[];
      locality: string;
      sector?: 'social' | 'school' | 'government' | 'business' | 'religious' | 'community';
      remindOn?: string;
      remindedOn?: string;
      escalatedOn?: string;
      answer?: {
        answer: 'fulfilled' | 'in-progress' | 'cannot';
        note?: string;
        at: string;
        from: {
          status: 'pending' | 'in-progress' | 'fulfilled' | 'cancelled';
          progress: number;
        };
      };
      createdAt: string;
      id: string;
      version: number;
    };
  };
  /**
   * Supporting programmes, policy areas, sectors and levels, by key and name
   */
  'GET /api/catalogue': {
    params: undefined;
    query: undefined;
    body: undefined;
    version: undefined;
    answer: {
      supportingProgrammes: {
        key:
          | 'safe-schools'
          | 'new-life-centers'
          | 'public-spaces'
          | 'habitat'
          | 'oportunidades'
          | 'estancias-infantiles'
          | 'empleo-temporal'
          | 'jornada-ampliada'
          | 'mejora-del-logro-educativo'
          | 'habilidades-digitales'
          | 'comunidades-saludables'
          | 'prevencion-violencia-familiar'
          | 'microempresas'
          | 'mexico-emprende'
          | 'emprendedores'
          | 'franquicias'
          | 'policia-de-proximidad'
          | 'capacitacion-de-maestros'
          | 'seguridad-comunitaria'
          | 'derechos-humanos';
        name: {
          es: string;
          en: string;
        };
        ministry?: string;
        anchor: boolean;
      }[];
      policyAreas: {
        key:
          | 'security'
          | 'economic-development'
          | 'employment'
          | 'health'
          | 'education-culture-sports'
          | 'social-development';
        name: {
          es: string;
          en: string;
        };
      }[];
      sectors: {
        key: 'social' | 'school' | 'government' | 'business' | 'religious' | 'community';
        name: {
          es: string;
          en: string;
        };
      }[];
      levels: {
        key: 'federal' | 'state' | 'municipal' | 'community';
        name: {
          es: string;
          en: string;
        };
      }[];
      commitmentStatuses: {
        key: 'pending' | 'in-progress' | 'fulfilled' | 'cancelled';
        name: {
          es: string;
          en: string;
        };
      }[];
    };
  };
  /**
   * What is to be done, soonest first, each with what clears it
   */
  'GET /api/tasks': {
    params: undefined;
    query: undefined;
    body: undefined;
    version: undefined;
    answer: {
      items: {
        id: string;
        kind:
          | 'cannot'
          | 'escalated'
          | 'bounced'
          | 'tell-in-person'
          | 'gate-overdue'
          | 'review-waiting'
          | 'override-expired'
          | 'missing-sectors';
        locality: string;
        localityName: string;
        since: string;
        dueOn?: string;
        what: string;
        action: string;
        commitment?: string;
        stakeholder?: string;
      }[];
    };
  };
  /**
   * Say that a task is done
   */
  'POST /api/tasks/{id}/done': {
    params: {
      id: string;
    };
    query: undefined;
    body: {
      note?: string;
    };
    version: number | undefined;
    answer: {
      id: string;
      done: true;
    };
  };
  /**
   * Import localities, stakeholders or commitments from CSV, XLSX or GeoJSON
   */
  'POST /api/imports/{kind}': {
    params: {
      kind: 'localities' | 'stakeholders' | 'commitments';
    };
    query: {
      dryRun?: string;
      partial?: string;
      programme?: string;
      locality?: string;
    };
    body: Blob;
    version: number | undefined;
    answer: {
      accepted: number;
      unchanged: number;
      rejected: {
        row: number;
        column: string;
        message: string;
      }[];
      dryRun: boolean;
    };
  };
  /**
   * Localities, stakeholders or commitments as CSV, XLSX or GeoJSON
   */
  'GET /api/exports/{file}': {
    params: {
      file: string;
    };
    query: {
      locality?: string;
    };
    body: undefined;
    version: undefined;
    answer: Blob;
  };
  /**
   * Announce a file of evidence; it is then sent by the request that is answered, within a quarter of an hour
   */
  'POST /api/files': {
    params: undefined;
    query: undefined;
    body: {
      name: string;
      type:
        | 'image/jpeg'
        | 'image/png'
        | 'image/webp'
        | 'image/heic'
        | 'application/pdf'
        | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
        | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
        | 'application/vnd.oasis.opendocument.spreadsheet'
        | 'application/vnd.oasis.opendocument.text'
        | 'text/csv';
      size: number;
      locality?: string;
    };
    version: number | undefined;
    answer: {
      fileId: string;
      upload: {
        method: 'PUT';
        url: string;
        headers: {
          [k: string]: string | undefined;
        };
      };
    };
  };
  /**
   * A file of evidence: redirects to it; with redirect=false, tells where it is
   */
  'GET /api/files/{id}': {
    params: {
      id: string;
    };
    query: {
      redirect?: string;
    };
    body: undefined;
    version: undefined;
    answer: {
      name: string;
      type:
        | 'image/jpeg'
        | 'image/png'
        | 'image/webp'
        | 'image/heic'
        | 'application/pdf'
        | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
        | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
        | 'application/vnd.oasis.opendocument.spreadsheet'
        | 'application/vnd.oasis.opendocument.text'
        | 'text/csv';
      size: number;
      url: string;
      until: string;
    };
  };
  /**
   * Write the reminders of a day
   */
  'POST /api/sweeps': {
    params: undefined;
    query: undefined;
    body: {
      on?: string;
    };
    version: number | undefined;
    answer: {
      on: string;
      digests: number;
      reminded: number;
      toldInPerson: number;
      escalated: number;
      stopped: number;
    };
  };
  /**
   * Import the survey of a wave from CSV or XLSX; another file replaces it
   */
  'POST /api/localities/{id}/surveys/{wave}': {
    params: {
      id: string;
      wave: 'baseline' | 'follow-up';
    };
    query: {
      dryRun?: string;
      partial?: string;
      questionnaire?: string;
    };
    body: Blob;
    version: number | undefined;
    answer: {
      rows: number;
      rejected: {
        row: number;
        column: string;
        message: string;
      }[];
      refusedRows: number;
      dryRun: boolean;
      survey?: {
        wave: 'baseline' | 'follow-up';
        checksum: string;
        columns: string[];
        importedBy: string;
        importedAt: string;
        questionnaire: {
          id: string;
          version: number;
        };
        respondents: number;
      };
    };
  };
  /**
   * The surveys of a locality
   */
  'GET /api/localities/{id}/surveys': {
    params: {
      id: string;
    };
    query: undefined;
    body: undefined;
    version: undefined;
    answer: {
      items: {
        wave: 'baseline' | 'follow-up';
        checksum: string;
        columns: string[];
        importedBy: string;
        importedAt: string;
        questionnaire: {
          id: string;
          version: number;
        };
        respondents: number;
      }[];
      nextCursor?: string;
    };
  };
  /**
   * The rows of a survey
   */
  'GET /api/localities/{id}/surveys/{wave}/rows.csv': {
    params: {
      id: string;
      wave: 'baseline' | 'follow-up';
    };
    query: undefined;
    body: undefined;
    version: undefined;
    answer: Blob;
  };
  /**
   * The follow-up against the baseline, question by question
   */
  'GET /api/localities/{id}/evaluation': {
    params: {
      id: string;
    };
    query: {
      by?: 'sex' | 'age';
    };
    body: undefined;
    version: undefined;
    answer: {
      baseline?: {
        wave: 'baseline' | 'follow-up';
        checksum: string;
        columns: string[];
        importedBy: string;
        importedAt: string;
        questionnaire: {
          id: string;
          version: number;
        };
        respondents: number;
      };
      followUp?: {
        wave: 'baseline' | 'follow-up';
        checksum: string;
        columns: string[];
        importedBy: string;
        importedAt: string;
        questionnaire: {
          id: string;
          version: number;
        };
        respondents: number;
      };
      items: (
        | {
            groups?: {
              baseline?: {
                cells: {
                  [k: string]:
                    | {
                        estimate?: {
                          n: number;
                          kind: 'share' | 'mean';
                          method: 'wilson' | 't' | 'taylor';
                          estimate: number;
                          low: number;
                          high: number;
                          standardError: number;
                          degreesOfFreedom: number;
                          standardDeviation?: number;
                          designEffect?: number;
                          effectiveSize?: number;
                          singleUnitStrata?: number;
                        };
                        suppressed: boolean;
                      }
                    | undefined;
                };
                p?: number;
              };
              followUp?: {
                cells: {
                  [k: string]:
                    | {
                        estimate?: {
                          n: number;
                          kind: 'share' | 'mean';
                          method: 'wilson' | 't' | 'taylor';
                          estimate: number;
                          low: number;
                          high: number;
                          standardError: number;
                          degreesOfFreedom: number;
                          standardDeviation?: number;
                          designEffect?: number;
                          effectiveSize?: number;
                          singleUnitStrata?: number;
                        };
                        suppressed: boolean;
                      }
                    | undefined;
                };
                p?: number;
              };
            };
            code:
              | 'IDC01'
              | 'IDC02'
              | 'IDC03'
              | 'IDC04'
              | 'IDC05'
              | 'IDC06'
              | 'IDC07'
              | 'IDC08'
              | 'IDC09'
              | 'IDC10'
              | 'IDC11'
              | 'IDC12'
              | 'IDC13';
            item: string;
            aspect?: {
              es: string;
              en: string;
            };
            kind: 'share' | 'mean';
            unit: {
              es: string;
              en: string;
            };
            direction: 'higher-is-better' | 'lower-is-better';
            baseline?: {
              n: number;
              kind: 'share' | 'mean';
              estimate: number;
              low: number;
              high: number;
              method: 'wilson' | 't' | 'taylor';
              designEffect?: number;
            };
            followUp?: {
              n: number;
              kind: 'share' | 'mean';
              estimate: number;
              low: number;
              high: number;
              method: 'wilson' | 't' | 'taylor';
              designEffect?: number;
            };
            difference: number;
            low: number;
            high: number;
            p: number;
            method: 'newcombe' | 'welch' | 'linearised';
            detectable?: number;
            adjustedP: number;
            verdict: 'improved' | 'worsened' | 'no-detectable-change';
          }
        | {
            groups?: {
              baseline?: {
                cells: {
                  [k: string]:
                    | {
                        estimate?: {
                          n: number;
                          kind: 'share' | 'mean';
                          method: 'wilson' | 't' | 'taylor';
                          estimate: number;
                          low: number;
                          high: number;
                          standardError: number;
                          degreesOfFreedom: number;
                          standardDeviation?: number;
                          designEffect?: number;
                          effectiveSize?: number;
                          singleUnitStrata?: number;
                        };
                        suppressed: boolean;
                      }
                    | undefined;
                };
                p?: number;
              };
              followUp?: {
                cells: {
                  [k: string]:
                    | {
                        estimate?: {
                          n: number;
                          kind: 'share' | 'mean';
                          method: 'wilson' | 't' | 'taylor';
                          estimate: number;
                          low: number;
                          high: number;
                          standardError: number;
                          degreesOfFreedom: number;
                          standardDeviation?: number;
                          designEffect?: number;
                          effectiveSize?: number;
                          singleUnitStrata?: number;
                        };
                        suppressed: boolean;
                      }
                    | undefined;
                };
                p?: number;
              };
            };
            code:
              | 'IDC01'
              | 'IDC02'
              | 'IDC03'
              | 'IDC04'
              | 'IDC05'
              | 'IDC06'
              | 'IDC07'
              | 'IDC08'
              | 'IDC09'
              | 'IDC10'
              | 'IDC11'
              | 'IDC12'
              | 'IDC13';
            item: string;
            aspect?: {
              es: string;
              en: string;
            };
            kind: 'share' | 'mean';
            unit: {
              es: string;
              en: string;
            };
            direction: 'higher-is-better' | 'lower-is-better';
            baseline?: {
              n: number;
              kind: 'share' | 'mean';
              estimate: number;
              low: number;
              high: number;
              method: 'wilson' | 't' | 'taylor';
              designEffect?: number;
            };
            followUp?: {
              n: number;
              kind: 'share' | 'mean';
              estimate: number;
              low: number;
              high: number;
              method: 'wilson' | 't' | 'taylor';
              designEffect?: number;
            };
            verdict: 'not-comparable';
            reason:
              | 'missing-item'
              | 'question-differs'
              | 'version-differs'
              | 'scale-differs'
              | 'too-few-answers';
          }
      )[];
    };
  };
  /**
   * The evaluation as a picture in SVG
   */
  'GET /api/localities/{id}/evaluation.svg': {
    params: {
      id: string;
    };
    query: undefined;
    body: undefined;
    version: undefined;
    answer: Blob;
  };
  /**
   * The record of a locality as a document to print
   */
  'GET /api/localities/{id}/dossier.pdf': {
    params: {
      id: string;
    };
    query: undefined;
    body: undefined;
    version: undefined;
    answer: Blob;
  };
  /**
   * Questionnaires
   */
  'GET /api/questionnaires': {
    params: undefined;
    query: undefined;
    body: undefined;
    version: undefined;
    answer: {
      items: {
        id: string;
        version: number;
        name: {
          es: string;
          en: string;
        };
      }[];
      nextCursor?: string;
    };
  };
  /**
   * A questionnaire: its questions, columns and codes
   */
  'GET /api/questionnaires/{questionnaire}': {
    params: {
      questionnaire: string;
    };
    query: undefined;
    body: undefined;
    version: undefined;
    answer: {
      id: string;
      version: number;
      name: {
        es: string;
        en: string;
      };
      source: string;
      missing: string[];
      otherColumns: 'refused' | 'ignored';
      unread: string[];
      design?: {
        weight?: string;
        stratum?: string;
        cluster?: string;
        required: boolean;
        blankCluster: 'refused' | 'alone';
      };
      sex?: {
        column: string;
        codes: {
          [k: string]: 'female' | 'male' | 'other' | undefined;
        };
      };
      age?: {
        column: string;
        bands?: {
          label: string;
          from: number;
          to: number;
        }[];
        codes?: {
          [k: string]: string | undefined;
        };
      };
      minimumAnswers: number;
      items: (
        | {
            key: string;
            indicator:
              | 'IDC01'
              | 'IDC02'
              | 'IDC03'
              | 'IDC04'
              | 'IDC05'
              | 'IDC06'
              | 'IDC07'
              | 'IDC08'
              | 'IDC09'
              | 'IDC10'
              | 'IDC11'
              | 'IDC12'
              | 'IDC13';
            aspect?: {
              es: string;
              en: string;
            };
            version: number;
            column: string;
            question: {
              es: string;
              en: string;
            };
            missing?: string[];
            unit: {
              es: string;
              en: string;
            };
            direction: 'higher-is-better' | 'lower-is-better';
            type: 'share' | 'ordinal';
            answers: {
              codes: string[];
              value: number;
              label: {
                es: string;
                en: string;
              };
            }[];
          }
        | {
            key: string;
            indicator:
              | 'IDC01'
              | 'IDC02'
              | 'IDC03'
              | 'IDC04'
              | 'IDC05'
              | 'IDC06'
              | 'IDC07'
              | 'IDC08'
              | 'IDC09'
              | 'IDC10'
              | 'IDC11'
              | 'IDC12'
              | 'IDC13';
            aspect?: {
              es: string;
              en: string;
            };
            version: number;
            column: string;
            question: {
              es: string;
              en: string;
            };
            missing?: string[];
            unit: {
              es: string;
              en: string;
            };
            direction: 'higher-is-better' | 'lower-is-better';
            type: 'mean' | 'count' | 'hours';
            minimum: number;
            maximum: number;
          }
      )[];
    };
  };
  /**
   * A questionnaire to print, or the template of its file
   */
  'GET /api/questionnaires/{questionnaire}/{file}': {
    params: {
      questionnaire: string;
      file: 'form.html' | 'template.csv';
    };
    query: undefined;
    body: undefined;
    version: undefined;
    answer: Blob;
  };
  /**
   * Read candidate places from CSV, XLSX or GeoJSON
   */
  'POST /api/targeting/candidates': {
    params: undefined;
    query: undefined;
    body: Blob;
    version: number | undefined;
    answer: {
      candidates: {
        key: string;
        name: string;
        population?: number;
        geometry?:
          | {
              type: 'Polygon';
              coordinates: [number, number][][];
            }
          | {
              type: 'MultiPolygon';
              coordinates: [number, number][][][];
            };
        indicators: {
          [k: string]: number | null | undefined;
        };
        locality?: string;
        facilities?: {
          [k: string]: number | undefined;
        };
      }[];
      indicators: string[];
      ignored: string[];
      rejected: {
        row: number;
        column: string;
        message: string;
      }[];
      invalid: {
        key: string;
        message: string;
        /**
         * @minItems 2
         * @maxItems 2
         */
        at?: [number, number];
      }[];
      overlaps: {
        /**
         * @minItems 2
         * @maxItems 2
         */
        keys: [string, string];
        area: number;
        share: number;
      }[];
    };
  };
  /**
   * Read facilities, of ten types, from points on a map or a table of coordinates
   */
  'POST /api/targeting/facilities': {
    params: undefined;
    query: undefined;
    body: Blob;
    version: number | undefined;
    answer: {
      facilities: {
        type:
          | 'school'
          | 'sports-centre'
          | 'market'
          | 'government-palace'
          | 'plaza'
          | 'temple'
          | 'green-area'
          | 'cemetery'
          | 'shopping-centre'
          | 'hospital';
        /**
         * @minItems 2
         * @maxItems 2
         */
        position: [number, number];
      }[];
      rejected: {
        row: number;
        column: string;
        message: string;
      }[];
    };
  };
  /**
   * Rank candidate places and freeze the ranking; with dryRun, only rank them
   */
  'POST /api/targeting/rankings': {
    params: undefined;
    query: {
      dryRun?: string;
    };
    body: {
      name?: string;
      rationale: string;
      method: 'weighted' | 'cases-attended';
      normalisation?: 'min-max' | 'z' | 'rank';
      weights: {
        indicator: string;
        weight: number;
        direction: 'higher-first' | 'lower-first';
        reason: string;
      }[];
      candidates: {
        key: string;
        name: string;
        population?: number;
        geometry?:
          | {
              type: 'Polygon';
              coordinates: [number, number][][];
            }
          | {
              type: 'MultiPolygon';
              coordinates: [number, number][][][];
            };
        indicators: {
          [k: string]: number | null | undefined;
        };
        locality?: string;
        facilities?: {
          [k: string]: number | undefined;
        };
      }[];
      topK: number;
      variation?: {
        draws?: number;
        spread?: number;
        seed?: number;
      };
    };
    version: number | undefined;
    answer: {
      ranking: {
        method: 'weighted' | 'cases-attended';
        normalisation?: 'min-max' | 'z' | 'rank';
        topK: number;
        weights: {
          [k: string]: number | undefined;
        };
        places: {
          key: string;
          name: string;
          locality?: string;
          rank: number;
          score: number;
          inTop: boolean;
          contributions: {
            [k: string]: number | undefined;
          };
          covered?: number;
        }[];
        unranked: {
          key: string;
          name: string;
          missing: string[];
        }[];
        constant: string[];
        coverage: {
          population: number;
          top?: number;
          unknown: string[];
        };
      };
      sensitivity?: {
        draws: number;
        spread: number;
        seed: number;
        places: {
          key: string;
          inTop: number;
          bestRank: number;
          worstRank: number;
        }[];
        without: {
          indicator: string;
          leave: string[];
          enter: string[];
        }[];
      };
    };
  };
  /**
   * Frozen rankings, the newest first
   */
  'GET /api/targeting/rankings': {
    params: undefined;
    query: {
      limit?: number;
      cursor?: string;
    };
    body: undefined;
    version: undefined;
    answer: {
      items: {
        id: string;
        name?: string;
        rationale: string;
        method: 'weighted' | 'cases-attended';
        topK: number;
        candidates: number;
        first: string[];
        frozenBy: string;
        frozenAt: string;
        hash: string;
      }[];
      nextCursor?: string;
    };
  };
  /**
   * A frozen ranking, its inputs and its sensitivity
   */
  'GET /api/targeting/rankings/{ranking}': {
    params: {
      ranking: string;
    };
    query: undefined;
    body: undefined;
    version: undefined;
    answer: {
      id: string;
      name?: string;
      rationale: string;
      method: 'weighted' | 'cases-attended';
      topK: number;
      candidates: number;
      first: string[];
      frozenBy: string;
      frozenAt: string;
      hash: string;
      request: {
        name?: string;
        rationale: string;
        method: 'weighted' | 'cases-attended';
        normalisation: 'min-max' | 'z' | 'rank';
        weights: {
          indicator: string;
          weight: number;
          direction: 'higher-first' | 'lower-first';
          reason: string;
        }[];
        candidates: {
          key: string;
          name: string;
          population?: number;
          geometry?:
            | {
                type: 'Polygon';
                coordinates: [number, number][][];
              }
            | {
                type: 'MultiPolygon';
                coordinates: [number, number][][][];
              };
          indicators: {
            [k: string]: number | null | undefined;
          };
          locality?: string;
          facilities?: {
            [k: string]: number | undefined;
          };
        }[];
        topK: number;
        variation: {
          draws: number;
          spread: number;
          seed: number;
        };
      };
      ranking: {
        method: 'weighted' | 'cases-attended';
        normalisation?: 'min-max' | 'z' | 'rank';
        topK: number;
        weights: {
          [k: string]: number | undefined;
        };
        places: {
          key: string;
          name: string;
          locality?: string;
          rank: number;
          score: number;
          inTop: boolean;
          contributions: {
            [k: string]: number | undefined;
          };
          covered?: number;
        }[];
        unranked: {
          key: string;
          name: string;
          missing: string[];
        }[];
        constant: string[];
        coverage: {
          population: number;
          top?: number;
          unknown: string[];
        };
      };
      sensitivity?: {
        draws: number;
        spread: number;
        seed: number;
        places: {
          key: string;
          inTop: number;
          bestRank: number;
          worstRank: number;
        }[];
        without: {
          indicator: string;
          leave: string[];
          enter: string[];
        }[];
      };
    };
  };
  /**
   * The settings of the municipality
   */
  'GET /api/municipality': {
    params: undefined;
    query: undefined;
    body: undefined;
    version: undefined;
    answer: {
      id: string;
      name: string;
      state: string;
      inegiCode: string;
      region: string;
      mailRegion: string;
      account?: string;
      timeZone: string;
      language: 'es' | 'en';
      mailFrom: string;
      staffMailDomain: string;
      approvers: string[];
      fourEyes: boolean;
      reminders: {
        hour: number;
        ladder: number[];
        weekly: number;
        workingDaysOnly: boolean;
      };
      mail: {
        sandbox: boolean;
        allowed: string[];
        dailyCap: number;
        heldMinutes: number;
      };
      publish: boolean;
      publicUrl?: string;
      alarmEmail?: string;
      profile: 'standard' | 'hardened';
    };
  };
  /**
   * The state of outgoing mail
   */
  'GET /api/mail': {
    params: undefined;
    query: undefined;
    body: undefined;
    version: undefined;
    answer: {
      from: string;
      released: boolean;
      sandbox: boolean;
      allowed: string[];
      dailyCap: number;
      sentToday: number;
      waiting: {
        id: string;
        kind: 'mail' | 'digest' | 'fresh-link';
        locality?: string;
        stakeholder?: string;
        state: 'queued' | 'leased' | 'waiting' | 'held';
        attempts: number;
        queuedAt: string;
        heldUntil?: string;
        waitsFor?: string;
      }[];
      more: boolean;
    };
  };
  /**
   * Let mail leave from a restored table
   */
  'POST /api/mail/release': {
    params: undefined;
    query: undefined;
    body: Record<string, never>;
    version: number | undefined;
    answer: {
      released: true;
    };
  };
  /**
   * The mails of a day and what became of them, the newest first
   */
  'GET /api/mails': {
    params: undefined;
    query: {
      limit?: number;
      cursor?: string;
      on?: string;
    };
    body: undefined;
    version: undefined;
    answer: {
      items: {
        id: string;
        at: string;
        to: string;
        message:
          | 'stage-opened'
          | 'review-requested'
          | 'gate-decided'
          | 'override-used'
          | 'programme-completed'
          | 'digest'
          | 'fresh-link';
        locality?: string;
        state: 'sent' | 'failed' | 'kept';
        attempts: number;
        error?: string;
      }[];
      nextCursor?: string;
    };
  };
  /**
   * Check histories and records for what contradicts itself
   */
  'GET /api/audit': {
    params: undefined;
    query: {
      cursor?: string;
    };
    body: undefined;
    version: undefined;
    answer: {
      checked: number;
      findings: {
        kind: 'locality' | 'stakeholder';
        id: string;
        code:
          | 'unreadable'
          | 'history-altered'
          | 'history-incomplete'
          | 'visit-missing'
          | 'visit-astray'
          | 'review-differs'
          | 'commitments-differ'
          | 'contact-differs';
        about: string;
      }[];
      nextCursor?: string;
    };
  };
  /**
   * The caller, and where they are
   */
  'GET /api/me': {
    params: undefined;
    query: undefined;
    body: undefined;
    version: undefined;
    answer: {
      user: string;
      roles: ('administrator' | 'coordinator' | 'viewer')[];
      language: 'es' | 'en';
      municipality: {
        id: string;
        name: string;
        timeZone: string;
        fourEyes: boolean;
        approvers: string[];
      };
      today: string;
      version: number;
    };
  };
  /**
   * Choose the language one is written to in
   */
  'PUT /api/me': {
    params: undefined;
    query: undefined;
    body: {
      language: 'es' | 'en';
    };
    version: number;
    answer: {
      language: 'es' | 'en';
      version: number;
    };
  };
}
